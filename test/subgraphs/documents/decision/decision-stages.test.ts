import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { codesOf } from '../documents.ts';
import { AUTHORITY, COUNTY, serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';
import {
  atNoon,
  change,
  CONSULTATION,
  decisionDocument,
  discussed,
  linked,
  listed,
  publishedCatalogue,
  seen,
} from './decisions.ts';

describe.each(DATABASE_KINDS)('the way of a decision on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());
    beforeEach(async () => {
      await served.database.pool.query('truncate documents.decision_catalogue, documents.document cascade');
      await served.database.pool.query('delete from documents.followed_calendar_year');
      atNoon(served, '2026-03-02');
    });
    const toldSince = async (count: number) => (await served.entries()).slice(count);

    it('goes from the catalogue to the answer to the public, each step told by the log with the whole page', async () => {
      const id = await listed(served, '区域卫生规划');
      await linked(served, id, 'DRAFT');
      const before = (await served.entries()).length;
      await publishedCatalogue(served);
      expect((await toldSince(before)).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
        'PUBLISHED DECISION_CATALOGUE',
        'PUBLISHED MAJOR_DECISION',
      ]);
      await served.database.pool.query('delete from documents.decision_link');
      expect(await discussed(served, id)).toMatchObject({ stage: 'DISCUSSED' });
      await decisionDocument(served, 'result', civilDate('2026-06-01'));
      await linked(served, id, 'MEETING');
      expect(await change(served, 'recordDecisionDocument', { id, document: 'result' })).toMatchObject({
        stage: 'DECIDED',
        decidedOn: '2026-06-01',
        document: { id: 'result' },
        feedback: { dueOn: '2026-06-15', provisional: true, publishedAt: null, standing: 'OVERDUE' },
      });
      atNoon(served, '2026-06-15');
      await linked(served, id, 'ADOPTION');
      const input = { opinionsCollected: 12, opinionsAdopted: 9, notAdoptedReasons: '超出权限' };
      const answered = await change(served, 'publishDecisionFeedback', { id, input });
      expect(answered).toMatchObject({ stage: 'FEEDBACK', feedback: { standing: 'ON_TIME' } });

      const page = await seen(served, id);
      expect(page).toMatchObject({ assessments: null, legalityReviews: null });
      expect(page?.['links']).toMatchObject([
        { kind: 'DRAFT', url: 'https://www.example.gov.cn/DRAFT' },
        { kind: 'BACKGROUND' },
        { kind: 'ADOPTION' },
        { kind: 'MEETING' },
        { kind: 'RESULT', title: '决策文件 result', url: null, document: { id: 'result' } },
      ]);
      expect(page?.['steps']).toEqual([
        { kind: 'LISTED', on: '2026-03-02', takenBy: null },
        { kind: 'CONSULTATION_OPENED', on: '2026-04-01', takenBy: null },
        { kind: 'EXPERTS_HEARD', on: '2026-05-06', takenBy: null },
        { kind: 'RISKS_ASSESSED', on: '2026-05-06', takenBy: null },
        { kind: 'LEGALITY_HANDED_IN', on: '2026-05-11', takenBy: null },
        { kind: 'LEGALITY_REVIEWED', on: '2026-05-20', takenBy: null },
        { kind: 'DISCUSSED', on: '2026-05-29', takenBy: null },
        { kind: 'DECIDED', on: '2026-06-01', takenBy: null },
        { kind: 'FEEDBACK_PUBLISHED', on: '2026-06-15', takenBy: null },
      ]);
      const forStaff = await seen(served, id, staff('EDITOR'));
      expect(forStaff).toMatchObject({
        assessments: [{ kind: 'EXPERTS', conclusion: '可行' }, { kind: 'RISKS' }],
        legalityReviews: [{ handedInOn: '2026-05-11', opinionOn: '2026-05-20', opinion: 'LAWFUL' }],
      });
      expect((forStaff?.['steps'] as { takenBy: string }[])[0]?.takenBy).toBe('publisher-1');

      expect((await served.entries()).at(-1)).toMatchObject({
        kind: 'REVISED',
        subject: 'MAJOR_DECISION',
        subjectId: id,
        regionCode: COUNTY,
        publisherId: AUTHORITY,
        payload: {
          issuer: AUTHORITY,
          region: COUNTY,
          year: 2026,
          title: '区域卫生规划',
          undertaker: '规划科',
          plannedFor: null,
          stage: 'FEEDBACK',
          consultation: { ...CONSULTATION, shorteningReason: null },
          meeting: { heldOn: '2026-05-29', publicRepresentatives: 3, opinionsVoiced: 2, opinionsAdopted: 1 },
          decidedOn: '2026-06-01',
          document: 'result',
          feedbackDueOn: '2026-06-15',
          isFeedbackDueProvisional: true,
          feedback: { ...input, publishedAt: '2026-06-15T04:00:00.000Z' },
          abandonedReason: null,
          isSample: false,
        },
      });
      const told = JSON.stringify((await served.entries()).at(-1)?.payload);
      expect(told).not.toContain('publisher-1');
      expect(told).not.toContain('可行');
    });

    it('is not discussed before everything that comes first, and all that lacks is told at once', async () => {
      const id = await listed(served, '医院布局');
      await publishedCatalogue(served);
      atNoon(served, '2026-06-30');
      const numbers = { publicRepresentatives: 1, opinionsVoiced: 0, opinionsAdopted: 1 };
      const early = await change(served, 'recordDecisionMeeting', { id, input: { heldOn: '2026-06-01', ...numbers } });
      expect(codesOf(early)).toEqual([
        'CONSULTATION_NOT_CLOSED',
        'ASSESSMENT_MISSING',
        'ASSESSMENT_MISSING',
        'LEGALITY_REVIEW_MISSING',
        'NUMBER_OUT_OF_RANGE',
      ]);
      expect(codesOf(await change(served, 'recordDecisionDocument', { id, document: 'none' }))).toEqual([
        'STATUS_NOT_FITTING',
        'NOT_FOUND',
      ]);
      const feedback = { opinionsCollected: 1, opinionsAdopted: 1 };
      expect(codesOf(await change(served, 'publishDecisionFeedback', { id, input: feedback }))).toEqual([
        'STATUS_NOT_FITTING',
      ]);
    });

    it('is not opened to the public before its catalogue, nor without material that the public can read', async () => {
      const id = await listed(served, '急救站点');
      await decisionDocument(served, 'background', null);
      await linked(served, id, 'BACKGROUND', { url: null, document: 'background' });
      const open = () => change(served, 'openDecisionConsultation', { id, input: CONSULTATION });
      expect(codesOf(await open())).toEqual(['CATALOGUE_NOT_PUBLISHED', 'DECISION_MATERIAL_MISSING']);
      await publishedCatalogue(served);
      await linked(served, id, 'DRAFT');
      await served.db.document.update({ where: { id: 'background' }, data: { status: 'WITHDRAWN' } });
      expect(await open()).toMatchObject({ refusals: [{ code: 'DECISION_MATERIAL_MISSING', expected: 'BACKGROUND' }] });
      await linked(served, id, 'BACKGROUND');
      expect(await open()).toMatchObject({ stage: 'CONSULTATION', consultation: CONSULTATION });
    });

    it('shows a link to a document only while that can be read', async () => {
      const id = await listed(served, '医疗废物处置');
      await decisionDocument(served, 'draft', null);
      await linked(served, id, 'DRAFT', { url: null, document: 'draft' });
      await publishedCatalogue(served);
      expect((await seen(served, id))?.['links']).toMatchObject([{ document: { id: 'draft' } }]);
      await served.db.document.update({ where: { id: 'draft' }, data: { status: 'WITHDRAWN' } });
      expect((await seen(served, id))?.['links']).toEqual([]);
      expect((await seen(served, id, staff('EDITOR')))?.['links']).toMatchObject([{ document: { id: 'draft' } }]);
      await linked(served, id, 'BACKGROUND');
      expect((await served.entries()).at(-1)?.payload['links']).toMatchObject([{ kind: 'BACKGROUND' }]);
      expect(codesOf(await linked(served, id, 'DRAFT', { url: null, document: 'draft' }))).toEqual([
        'STATUS_NOT_FITTING',
      ]);
    });

    it('is handed in again after an unlawful opinion, and takes a hearing whose materials came in time', async () => {
      const id = await listed(served, '分级诊疗');
      await publishedCatalogue(served);
      for (const kind of ['DRAFT', 'BACKGROUND']) await linked(served, id, kind);
      atNoon(served, '2026-04-01');
      await change(served, 'openDecisionConsultation', { id, input: CONSULTATION });
      atNoon(served, '2026-07-30');
      const hearing = { heldOn: '2026-04-20', materialsDeliveredOn: '2026-04-14', participants: 20 };
      const held = (more: object = {}) =>
        change(served, 'recordDecisionHearing', { id, input: { ...hearing, ...more } }, staff('EDITOR'));
      expect(codesOf(await held())).toEqual(['DELIVERED_TOO_LATE']);
      expect(await held({ materialsDeliveredOn: '2026-04-13' })).toMatchObject({ hearings: [{ participants: 20 }] });
      const notNeeded = { kind: 'EXPERTS', on: '2026-05-06', notNeededBecause: '专业性不强' };
      await change(served, 'recordDecisionAssessment', { id, input: notNeeded });
      const risks = { kind: 'RISKS', on: '2026-05-06', conclusion: '低风险' };
      await change(served, 'recordDecisionAssessment', { id, input: risks });
      await change(served, 'recordDecisionAssessment', { id, input: { ...risks, conclusion: '中风险' } });
      const handIn = (on: string) => change(served, 'handInForLegalityReview', { id, on });
      const opine = (input: object) => change(served, 'recordLegalityOpinion', { id, input });
      expect(codesOf(await handIn('2026-04-30'))).toEqual([
        'CONSULTATION_NOT_CLOSED',
        'DAY_TOO_EARLY',
        'DAY_TOO_EARLY',
      ]);
      await handIn('2026-05-11');
      expect(codesOf(await opine({ on: '2026-05-19', opinion: 'UNLAWFUL' }))).toEqual(['LEGALITY_REVIEW_TOO_SHORT']);
      await opine({ on: '2026-05-20', opinion: 'UNLAWFUL' });
      const numbers = { publicRepresentatives: 0, opinionsVoiced: 0, opinionsAdopted: 0 };
      const meet = () => change(served, 'recordDecisionMeeting', { id, input: { heldOn: '2026-06-10', ...numbers } });
      expect(codesOf(await meet())).toEqual(['LEGALITY_REVIEW_MISSING']);
      await handIn('2026-05-25');
      await opine({ on: '2026-05-26', opinion: 'LAWFUL', shorteningReason: '只改了一处' });
      expect(await meet()).toMatchObject({ stage: 'DISCUSSED' });
      const { steps, assessments } = (await seen(served, id, staff('EDITOR'))) ?? {};
      expect((steps as { kind: string }[]).map(({ kind }) => kind)).toEqual([
        'LISTED',
        'CONSULTATION_OPENED',
        'HEARING_HELD',
        'EXPERTS_NOT_NEEDED',
        'RISKS_ASSESSED',
        'RISKS_ASSESSED',
        'LEGALITY_HANDED_IN',
        'LEGALITY_REVIEWED',
        'LEGALITY_HANDED_IN',
        'LEGALITY_REVIEWED',
        'DISCUSSED',
      ]);
      expect(assessments).toMatchObject([
        { notNeededBecause: '专业性不强', conclusion: null },
        { conclusion: '中风险' },
      ]);
    });

    it('is abandoned with a reason that is public, until it is made', async () => {
      const id = await listed(served, '停车场');
      await publishedCatalogue(served);
      expect(codesOf(await change(served, 'abandonDecision', { id, reason: ' ' }))).toEqual(['VALUE_MISSING']);
      const reason = '上级另有安排';
      expect(await change(served, 'abandonDecision', { id, reason })).toMatchObject({
        stage: 'ABANDONED',
        abandonedReason: reason,
      });
      expect(codesOf(await change(served, 'abandonDecision', { id, reason }))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await linked(served, id, 'DRAFT'))).toEqual(['STATUS_NOT_FITTING']);
    });
  });
});
