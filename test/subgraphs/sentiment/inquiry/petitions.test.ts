import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { CENTRE, HOSPITAL, SUPERIOR, SUPERVISION } from '../opinion/offices.ts';
import type { ServedSentiment } from '../serve-sentiment.ts';
import { codesOf, deadline, endOf, received, RECEIVED, seen, serveInquiries, step } from './inquiries.ts';

describe.each(DATABASE_KINDS)('a petition on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    beforeAll(async () => {
      served = await serveInquiries(await openMigrated());
    });
    beforeEach(() => {
      served.clock.at = RECEIVED;
    });
    afterAll(() => served.close());

    const take = (name: string, id: string, input: object = {}) => step(served, name, { id, input });
    const goTo = (instant: string) => {
      served.clock.at = new Date(instant);
    };
    const byReceipt = async (receipt: string) => {
      const text = `query ($receipt: String!) { inquiryByReceipt(receipt: $receipt) { stage kind receivedAt answeredAt closedAt
        isRepeated earlierReceipt deadlines { kind dueAt } answers { kind text } } }`;
      const { data, errors } = await served.ask(text, { receipt });
      expect(errors).toBeUndefined();
      return (data as { inquiryByReceipt: Record<string, unknown> | null }).inquiryByReceipt;
    };

    it('goes through notice, decision, review and re-review by calendar days', async () => {
      const petition = await received(served, { kind: 'PETITION', route: 'LETTER_OR_VISIT', office: HOSPITAL });
      const { id } = petition;
      expect(deadline(petition, 'PETITION_NOTICE')).toMatchObject({ dueAt: endOf('2026-12-08'), rules: ['P10'] });
      expect(codesOf(await take('answerInquiry', id, { answer: '甲' }))).toEqual(['STEP_MISSING']);
      goTo('2026-11-25T02:00:00.000Z');
      const accepted = await take('acceptPetition', id);
      expect(deadline(accepted, 'PETITION_DECISION')).toMatchObject({ dueAt: endOf('2027-01-24') });
      expect(deadline(accepted, 'PETITION_NOTICE')).toMatchObject({ state: 'MET' });
      expect(codesOf(await take('extendInquiry', id, { days: 31, reason: '甲' }))).toEqual(['DAYS_OUT_OF_RANGE']);
      const longer = await take('extendInquiry', id, { until: '2027-02-23', reason: '案情复杂' });
      expect(deadline(longer, 'PETITION_DECISION')).toMatchObject({ dueAt: endOf('2027-02-23'), isProvisional: false });
      expect(codesOf(await take('extendInquiry', id, { days: 1, reason: '甲' }))).toEqual(['STEP_TAKEN_ALREADY']);

      goTo('2027-01-10T02:00:00.000Z');
      await take('answerInquiry', id, { answer: '处理意见' });
      expect(codesOf(await take('reworkInquiry', id, { reason: '甲' }))).toContain('NOT_FOR_PETITIONS');
      expect(codesOf(await take('closeInquiry', id))).toEqual(['REVIEW_STILL_POSSIBLE']);
      goTo(endOf('2027-02-09'));
      expect(codesOf(await take('requestPetitionReview', id, { office: HOSPITAL, reason: '甲' }))).toEqual([
        'OFFICE_UNCHANGED',
      ]);
      const asked = await take('requestPetitionReview', id, { office: SUPERIOR, reason: '不服' });
      expect(asked).toMatchObject({ stage: 'IN_HAND', office: { id: SUPERIOR } });
      expect(deadline(asked, 'PETITION_REVIEW')).toMatchObject({ dueAt: endOf('2027-03-11'), state: 'RUNNING' });
      expect(codesOf(await take('answerInquiry', id, { answer: '甲' }))).toEqual(['STEP_MISSING']);

      goTo('2027-03-01T02:00:00.000Z');
      const reviewed = await take('decidePetitionReview', id, { answer: '复查意见' });
      expect(deadline(reviewed, 'PETITION_REVIEW')).toMatchObject({ state: 'MET' });
      const early = { office: HOSPITAL, reason: '仍不服', askedAt: '2027-03-01T03:00:00.000Z' };
      expect(codesOf(await take('requestPetitionReview', id, early))).toEqual(['VALUE_IN_FUTURE']);
      goTo('2027-03-02T02:00:00.000Z');
      const askedAgain = await take('requestPetitionReview', id, {
        ...{ office: HOSPITAL, reason: '仍不服', askedAt: '2027-03-01T12:00:00.000Z' },
      });
      expect(deadline(askedAgain, 'PETITION_RE_REVIEW')).toMatchObject({ dueAt: endOf('2027-03-31') });
      await take('decidePetitionReview', id, { answer: '复核意见' });
      const third = await take('requestPetitionReview', id, { office: SUPERIOR, reason: '甲' });
      expect(codesOf(third)).toEqual(['STEP_TAKEN_ALREADY']);
      expect(await take('closeInquiry', id)).toMatchObject({ stage: 'CLOSED' });
      expect((await byReceipt(petition.receipt))?.['answers']).toEqual([
        { kind: 'ANSWERED', text: '处理意见' },
        { kind: 'REVIEW_DECIDED', text: '复查意见' },
        { kind: 'REVIEW_DECIDED', text: '复核意见' },
      ]);
    });

    it('is not reviewed when that is asked for too late, and is closed then', async () => {
      const { id } = await received(served, { kind: 'PETITION', office: HOSPITAL });
      await take('acceptPetition', id);
      await take('answerInquiry', id, { answer: '甲' });
      goTo('2026-12-23T16:00:00.000Z');
      const late = await take('requestPetitionReview', id, { office: SUPERIOR, reason: '甲' });
      expect(late.refusals).toMatchObject([
        { code: 'REVIEW_ASKED_TOO_LATE', expected: '2026-12-23', got: '2026-12-24' },
      ]);
      expect(codesOf(await take('decidePetitionReview', id, { answer: '甲' }))).toEqual([
        'STATUS_NOT_FITTING',
        'STEP_MISSING',
      ]);
      expect(await take('closeInquiry', id)).toMatchObject({ stage: 'CLOSED' });
    });

    it('is declined with reasons, and then closed', async () => {
      const { id, receipt } = await received(served, { kind: 'PETITION' });
      expect(codesOf(await take('declinePetition', id, { reason: ' ' }))).toEqual(['VALUE_MISSING']);
      const declined = await take('declinePetition', id, { reason: '应向法院提出' });
      expect(declined).toMatchObject({ stage: 'ANSWERED' });
      expect(declined.deadlines.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['PETITION_NOTICE MET']);
      expect(codesOf(await take('acceptPetition', id))).toEqual(['STATUS_NOT_FITTING', 'STEP_TAKEN_ALREADY']);
      expect((await byReceipt(receipt))?.['answers']).toEqual([{ kind: 'NOT_ACCEPTED', text: '应向法院提出' }]);
      expect(await take('closeInquiry', id)).toMatchObject({ stage: 'CLOSED' });
    });

    it('comes back when the office that it was passed on to objects within five working days', async () => {
      const { id } = await received(served, { kind: 'PETITION', office: HOSPITAL });
      expect(codesOf(await take('objectToInquiry', id, { reason: '甲' }))).toEqual(['STEP_MISSING']);
      const forwarded = await take('assignInquiry', id, { office: CENTRE });
      expect(deadline(forwarded, 'PETITION_OBJECTION')).toMatchObject({ dueAt: endOf('2026-11-30'), rules: ['P10'] });
      const back = await take('objectToInquiry', id, { reason: '不属本单位职责' });
      expect(back).toMatchObject({ office: { id: HOSPITAL }, stage: 'IN_HAND' });
      expect(deadline(back, 'PETITION_OBJECTION')).toMatchObject({ state: 'MET' });
      expect(codesOf(await take('objectToInquiry', id, { reason: '甲' }))).toEqual(['STEP_MISSING']);
      await take('assignInquiry', id, { office: SUPERVISION });
      goTo('2026-11-30T16:00:00.000Z');
      expect(codesOf(await take('objectToInquiry', id, { reason: '甲' }))).toEqual(['OBJECTION_TOO_LATE']);
      await take('acceptPetition', id);
      expect((await seen(served, id)).deadlines.map(({ kind, state }) => `${kind} ${state}`)).toEqual(
        expect.arrayContaining(['PETITION_OBJECTION DROPPED', 'PETITION_NOTICE MET', 'PETITION_DECISION RUNNING']),
      );
      expect(codesOf(await take('objectToInquiry', id, { reason: '甲' }))).toEqual([
        'STEP_TAKEN_ALREADY',
        'STEP_MISSING',
      ]);
    });
  });
});
