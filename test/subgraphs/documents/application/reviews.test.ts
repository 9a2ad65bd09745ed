import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../core/viewer.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { codesOf, drafted } from '../documents.ts';
import { AUTHORITY, COUNTY, institution, staff, type ServedDocuments } from '../serve-documents.ts';
import { APPLICATION, handler, HOSPITAL, mutated, received, serveApplications, stepsOf } from './applications.ts';

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
    const decided = (id: string, decision: string, viewer: Viewer = handler(), note = '多人申请') =>
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
      const document = await drafted(served, { attribute: 'ON_REQUEST', ground: '政府信息公开条例 第十六条' });
      const [first, second, again] = [
        await given(document.id, 'one'),
        await given(document.id, 'two', 'PARTLY_GRANTED'),
        await given(document.id, 'O N E'),
      ];
      const other = await given(document.id, 'three', 'REFUSED_INTERNAL');
      expect(reviewOf(other)).toBe('');
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
      expect(codesOf(await decided(reviewOf(first), 'PROACTIVE', handler(), ' '))).toEqual(['VALUE_MISSING']);
      expect(codesOf(await decided('none', 'PROACTIVE'))).toEqual(['NOT_FOUND']);
      expect(await decided(reviewOf(second), 'REMAINS')).toMatchObject({ document: { attribute: 'ON_REQUEST' } });
      expect(await decided(reviewOf(first), 'PROACTIVE')).toMatchObject({
        ...{ decision: 'PROACTIVE', decidedOn: '2026-11-23', decidedBy: 'editor-1', note: '多人申请' },
        document: { id: document.id, attribute: 'PROACTIVE' },
      });
      expect(codesOf(await decided(reviewOf(first), 'REMAINS'))).toEqual(['STATUS_NOT_FITTING']);
      expect(await decided(reviewOf(again), 'PROACTIVE')).toMatchObject({ decision: 'PROACTIVE' });
      const changes = await served.db.attributeChange.findMany({
        where: { documentId: document.id, cause: 'APPLICATION' },
      });
      expect(changes).toMatchObject([{ before: 'ON_REQUEST', after: 'PROACTIVE', note: null, changedBy: 'editor-1' }]);
      const taken = await served.db.documentStep.findMany({
        where: { documentId: document.id, kind: 'ATTRIBUTE_REVIEWED' },
      });
      expect(taken).toMatchObject([{ takenBy: 'editor-1' }]);
      const row = await served.db.document.findUniqueOrThrow({ where: { id: document.id } });
      expect(row).toMatchObject({ attribute: 'PROACTIVE', ground: null, attributeReviewDueOn: null });
    });

    it('what was withdrawn does not become proactive, and what does not exist is not given', async () => {
      const document = await drafted(served, { attribute: 'ON_REQUEST', ground: '第十六条' });
      const answered = await given(document.id, 'four');
      await served.db.document.update({ where: { id: document.id }, data: { status: 'WITHDRAWN' } });
      expect(codesOf(await decided(reviewOf(answered), 'PROACTIVE'))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await decided(reviewOf(answered), 'REMAINS'))).toBeUndefined();
      expect(codesOf(await given('none', 'five'))).toEqual(['NOT_FOUND']);
    });

    it('two functions are held by different accounts, who alone act in them', async () => {
      expect(codesOf(await officer('APPLICATION_ANSWERING', 'a', staff('EDITOR', COUNTY)))).toEqual([
        'ROLE_NOT_ALLOWED',
      ]);
      expect(codesOf(await officer('APPLICATION_ANSWERING', 'a', undefined, 'none'))).toEqual(['NOT_FOUND']);
      expect(await officer('APPLICATION_ANSWERING', 'answering')).toMatchObject({ function: 'APPLICATION_ANSWERING' });
      expect(await officer('APPLICATION_ANSWERING', 'answering')).toMatchObject({ account: 'answering' });
      expect(codesOf(await officer('ATTRIBUTE_MANAGEMENT', 'answering'))).toEqual(['OTHER_FUNCTION_HELD']);
      const { id } = await received(served);
      const answer = (account: string) => steps.answer(id, 'GRANTED', '2026-11-12', { viewer: handler(account) });
      expect(codesOf(await answer('editor-1'))).toEqual(['FUNCTION_NOT_HELD']);
      const answered = await answer('answering');
      expect(answered).toMatchObject({ result: 'GRANTED' });
      const review = reviewOf(answered);
      expect(codesOf(await decided(review, 'REMAINS', handler('answering')))).toEqual(['FUNCTION_NOT_HELD']);
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

    it('complaints about a hospital come to the health authority of its region, or of the nearest above, and are decided once', async () => {
      const filed = (institutionId: string, more: object = {}) =>
        mutated(
          served,
          'fileComplaint',
          {
            input: [
              'FileComplaintInput!',
              {
                institution: institutionId,
                receivedOn: '2026-11-02',
                name: '甲',
                contact: '乙',
                describes: '丙',
                ...more,
              },
            ],
          },
          {
            viewer: staff('EDITOR', '140500'),
            type: 'Complaint',
            shown: 'id office { id } institution { id } outcome',
          },
        );
      expect(codesOf(await filed(AUTHORITY))).toEqual(['INSTITUTION_TAKES_APPLICATIONS']);
      expect(codesOf(await filed('none', { name: ' ', receivedOn: '2026-11-24' }))).toEqual([
        ...['VALUE_IN_FUTURE', 'VALUE_MISSING', 'NOT_FOUND'],
      ]);
      const clinic = institution('clinic', '140522');
      const told = { ...clinic, payload: { ...clinic.payload, kind: 'COMMUNITY_HEALTH_CENTRE' } };
      await served.tell(told);
      expect((await filed('clinic')).refusals).toMatchObject([{ code: 'NOT_FOUND', expected: 'HEALTH_AUTHORITY' }]);
      await served.tell(institution('city', '140500'));
      expect(await filed('clinic')).toMatchObject({ office: { id: 'city' }, institution: { id: 'clinic' } });
      const complaint = await filed(HOSPITAL);
      expect(complaint).toMatchObject({ office: { id: AUTHORITY }, outcome: null });
      const decide = (id: string, decidedOn = '2026-11-10') =>
        mutated(
          served,
          'decideComplaint',
          {
            ...{ id: ['ID!', id], outcome: ['ComplaintOutcome!', 'RECTIFICATION_ORDERED'] },
            ...{ decidedOn: ['Date!', decidedOn], note: ['String!', '责令改正'] },
          },
          { type: 'Complaint', shown: 'outcome decidedOn note' },
        );
      expect(codesOf(await decide('none'))).toEqual(['NOT_FOUND']);
      expect(codesOf(await decide(complaint.id, '2026-11-01'))).toEqual(['DAY_TOO_EARLY']);
      expect(await decide(complaint.id)).toMatchObject({ outcome: 'RECTIFICATION_ORDERED', note: '责令改正' });
      expect(codesOf(await decide(complaint.id))).toEqual(['STATUS_NOT_FITTING']);
      const text = `query ($isOpen: Boolean) { complaints(region: "140521", isOpen: $isOpen) { totalCount } }`;
      const counted = async (isOpen: boolean | null) =>
        ((await served.ask(text, { isOpen }, handler())).data as { complaints: { totalCount: number } }).complaints
          .totalCount;
      expect([await counted(null), await counted(true), await counted(false)]).toEqual([1, 0, 1]);
    });

    it('requests to correct need evidence, and are corrected, refused or passed on once', async () => {
      const asked = (more: object = {}) =>
        mutated(
          served,
          'requestInformationCorrection',
          {
            input: [
              'RequestInformationCorrectionInput!',
              {
                ...{ office: AUTHORITY, receivedOn: '2026-11-02', name: '甲', contact: '乙', identification: '丙' },
                ...{ describes: '丁', evidence: '戊', ...more },
              },
            ],
          },
          { viewer: staff('EDITOR', COUNTY), type: 'InformationCorrection', shown: 'id outcome' },
        );
      expect((await asked({ evidence: '' })).refusals).toMatchObject([
        { code: 'VALUE_MISSING', path: ['input', 'evidence'], expected: 'evidence' },
      ]);
      expect(codesOf(await asked({ office: HOSPITAL }))).toEqual(['OFFICE_TAKES_NO_APPLICATIONS']);
      expect(codesOf(await asked({ office: 'none' }))).toEqual(['NOT_FOUND']);
      const { id } = await asked();
      const decide = (one: string) =>
        mutated(
          served,
          'decideInformationCorrection',
          {
            ...{ id: ['ID!', one], outcome: ['InformationCorrectionOutcome!', 'TRANSFERRED'] },
            ...{ decidedOn: ['Date!', '2026-11-10'], note: ['String!', '转送人社局'] },
          },
          { type: 'InformationCorrection', shown: 'outcome decidedOn note' },
        );
      expect(codesOf(await decide('none'))).toEqual(['NOT_FOUND']);
      expect(await decide(id)).toMatchObject({ outcome: 'TRANSFERRED', note: '转送人社局' });
      expect(codesOf(await decide(id))).toEqual(['STATUS_NOT_FITTING']);
    });
  });
});
