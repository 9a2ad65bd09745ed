import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../core/viewer.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { codesOf, drafted } from '../documents.ts';
import { AUTHORITY, COUNTY, staff, type ServedDocuments } from '../serve-documents.ts';
import {
  APPLICATION,
  approved,
  handler,
  HOSPITAL,
  mutated,
  received,
  serveApplications,
  stepsOf,
} from './applications.ts';

describe.each(DATABASE_KINDS)('beside applications on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    let steps: ReturnType<typeof stepsOf>;
    beforeAll(async () => {
      served = await serveApplications(await openMigrated());
      steps = stepsOf(served);
    });
    afterAll(() => served.close());

    const given = async (document: string, identification: string, result = 'GRANTED') => {
      const { id } = await received(served, { applicant: { ...APPLICATION.applicant, identification } });
      return steps.answer(id, result, '2026-11-12', { document });
    };
    const decided = (id: string, decision: string, viewer: Viewer = handler('manager-1'), note = '多人申请') =>
      mutated(
        served,
        'decideProactiveReview',
        { id: ['ID!', id], decision: ['ProactiveReviewDecision!', decision], note: ['String!', note] },
        { viewer, type: 'ProactiveReview', shown: 'id decision decidedOn decidedBy note document { id attribute }' },
      );
    const reviewOf = (answered: { readonly [field: string]: unknown }) =>
      (answered['proactiveReview'] as { id: string } | null)?.id ?? '';
    const officer = (duty: string, account: string, viewer: Viewer = staff('PUBLISHER', COUNTY), office = AUTHORITY) =>
      mutated(
        served,
        'appointOfficer',
        { office: ['ID!', office], function: ['DisclosureFunction!', duty], account: ['String!', account] },
        { viewer, type: 'FunctionHolder', shown: 'account function' },
      );
    const dismissed = (account: string) =>
      mutated(
        served,
        'dismissOfficer',
        { office: ['ID!', AUTHORITY], account: ['String!', account] },
        { viewer: staff('OPERATOR', COUNTY), type: 'FunctionHolder', shown: 'account function' },
      );

    it('what was given is looked at for everyone: several applicants are flagged, and the document becomes proactive', async () => {
      const document = await approved(served);
      const [first, second, again] = [
        await given(document.id, 'one'),
        await given(document.id, 'two', 'PARTLY_GRANTED'),
        await given(document.id, 'O N E'),
      ];
      expect(codesOf(await given(document.id, 'three', 'REFUSED_INTERNAL'))).toEqual(['RESULT_TAKES_NO_DOCUMENT']);
      const text = `query ($region: ID, $isOpen: Boolean, $first: Int = 10) { proactiveReviews(region: $region, isOpen: $isOpen, first: $first) {
        totalCount edges { node { id applicants isAskedBySeveral openedOn decision application { registrationNumber } document { id } } } } }`;
      served.statements();
      const { data } = await served.ask(text, { region: '140500', isOpen: true }, handler());
      expect(served.statements().length).toBeLessThanOrEqual(6);
      const list = (data as { proactiveReviews: { totalCount: number; edges: { node: object }[] } }).proactiveReviews;
      expect(list.totalCount).toBe(3);
      for (const { node } of list.edges) {
        expect(node).toMatchObject({
          ...{
            applicants: 2,
            isAskedBySeveral: true,
            openedOn: '2026-11-12',
            decision: null,
            document: { id: document.id },
          },
        });
      }
      expect(codesOf(await decided(reviewOf(first), 'PROACTIVE', undefined, ' '))).toEqual(['VALUE_MISSING']);
      expect(codesOf(await decided('none', 'PROACTIVE'))).toEqual(['NOT_FOUND']);
      expect(await decided(reviewOf(second), 'REMAINS')).toMatchObject({ document: { attribute: 'ON_REQUEST' } });
      expect(await decided(reviewOf(first), 'PROACTIVE')).toMatchObject({
        ...{ decision: 'PROACTIVE', decidedOn: '2026-11-23', decidedBy: 'manager-1', note: '多人申请' },
        document: { id: document.id, attribute: 'PROACTIVE' },
      });
      expect(codesOf(await decided(reviewOf(first), 'PROACTIVE'))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await decided(reviewOf(again), 'REMAINS'))).toEqual(['STATUS_NOT_FITTING']);
      expect(await decided(reviewOf(again), 'PROACTIVE')).toMatchObject({ decision: 'PROACTIVE' });
      const changes = await served.db.attributeChange.findMany({
        where: { documentId: document.id, cause: 'APPLICATION' },
      });
      expect(changes).toMatchObject([{ before: 'ON_REQUEST', after: 'PROACTIVE', note: null, changedBy: 'manager-1' }]);
      const taken = await served.db.documentStep.findMany({
        where: { documentId: document.id, kind: 'ATTRIBUTE_REVIEWED' },
      });
      expect(taken).toMatchObject([{ takenBy: 'manager-1' }]);
      const row = await served.db.document.findUniqueOrThrow({ where: { id: document.id } });
      expect(row).toMatchObject({ attribute: 'PROACTIVE', ground: null, attributeReviewDueOn: null });
    });

    it('what was withdrawn does not become proactive, and what does not exist is not given', async () => {
      const document = await approved(served);
      const answered = await given(document.id, 'four');
      await served.db.document.update({ where: { id: document.id }, data: { status: 'WITHDRAWN' } });
      expect(codesOf(await decided(reviewOf(answered), 'PROACTIVE'))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await decided(reviewOf(answered), 'REMAINS'))).toBeUndefined();
      expect(codesOf(await given('none', 'five'))).toEqual(['NOT_FOUND']);
    });

    it('what is not signed, withheld or not public is neither given nor pointed to, and what is public opens no review', async () => {
      const document = await drafted(served, { attribute: 'WITHHELD', ground: '政府信息公开条例 第十四条' });
      expect(codesOf(await given(document.id, 'six'))).toEqual(['STATUS_NOT_FITTING', 'DOCUMENT_NOT_TO_BE_GIVEN']);
      const open = await approved(served);
      expect(codesOf(await given(open.id, 'six', 'ALREADY_PUBLIC'))).toEqual(['STATUS_NOT_FITTING']);
      await served.db.document.update({
        where: { id: open.id },
        data: { status: 'PUBLISHED', attribute: 'PROACTIVE' },
      });
      for (const result of ['GRANTED', 'ALREADY_PUBLIC']) {
        expect(await given(open.id, 'six', result)).toMatchObject({ result, proactiveReview: null });
      }
    });

    it('who answered does not decide on what was given, though nobody is appointed', async () => {
      const review = reviewOf(await given((await approved(served)).id, 'seven'));
      expect((await decided(review, 'REMAINS', handler())).refusals).toMatchObject([
        { code: 'ANSWERED_BY_SAME_ACCOUNT', path: [], rules: ['R17'] },
      ]);
      expect(await decided(review, 'REMAINS')).toMatchObject({ decision: 'REMAINS' });
    });

    it('two functions are held by different accounts, who alone act in them', async () => {
      expect(codesOf(await officer('APPLICATION_ANSWERING', 'a', staff('EDITOR', COUNTY)))).toEqual([
        'ROLE_NOT_ALLOWED',
      ]);
      expect(codesOf(await officer('APPLICATION_ANSWERING', 'a', undefined, 'none'))).toEqual(['NOT_FOUND']);
      expect((await officer('APPLICATION_ANSWERING', 'a', undefined, HOSPITAL)).refusals).toMatchObject([
        { code: 'OFFICE_TAKES_NO_APPLICATIONS', path: ['office'], rules: ['C20'] },
      ]);
      expect(await officer('APPLICATION_ANSWERING', 'answering')).toMatchObject({ function: 'APPLICATION_ANSWERING' });
      expect(await officer('APPLICATION_ANSWERING', 'answering')).toMatchObject({ account: 'answering' });
      expect(codesOf(await officer('ATTRIBUTE_MANAGEMENT', 'answering'))).toEqual(['OTHER_FUNCTION_HELD']);
      const { id } = await received(served);
      const answer = (account: string) => steps.answer(id, 'GRANTED', '2026-11-12', { viewer: handler(account) });
      expect(codesOf(await answer('editor-1'))).toEqual(['FUNCTION_NOT_HELD']);
      const answered = await answer('answering');
      expect(answered).toMatchObject({ result: 'GRANTED' });
      const review = reviewOf(answered);
      expect(codesOf(await decided(review, 'REMAINS', handler('answering')))).toEqual([
        ...['FUNCTION_NOT_HELD', 'ANSWERED_BY_SAME_ACCOUNT'],
      ]);
      expect(codesOf(await officer('ATTRIBUTE_MANAGEMENT', 'managing'))).toBeUndefined();
      expect(codesOf(await decided(review, 'REMAINS', handler('editor-1')))).toEqual(['FUNCTION_NOT_HELD']);
      expect(codesOf(await decided(review, 'REMAINS', handler('managing')))).toBeUndefined();
      const text = `{ functionHolders(office: "${AUTHORITY}") { account function } }`;
      expect((await served.ask(text, {}, staff('EDITOR', COUNTY))).data).toEqual({
        functionHolders: [
          { account: 'answering', function: 'APPLICATION_ANSWERING' },
          { account: 'managing', function: 'ATTRIBUTE_MANAGEMENT' },
        ],
      });
      expect(codesOf(await dismissed('nobody'))).toEqual(['NOT_FOUND']);
      for (const account of ['answering', 'managing']) expect(codesOf(await dismissed(account))).toBeUndefined();
      expect(await served.db.functionHolder.count()).toBe(0);
    });

    it('two functions are never given to one account, though both are at once', async () => {
      const both = await Promise.all([officer('ATTRIBUTE_MANAGEMENT', 'x'), officer('APPLICATION_ANSWERING', 'x')]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['FunctionHolder', 'Refused']);
      await dismissed('x');
    });
  });
});
