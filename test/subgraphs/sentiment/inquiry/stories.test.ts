import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { CENTRE, HOSPITAL, SUPERVISION } from '../opinion/offices.ts';
import type { ServedSentiment } from '../serve-sentiment.ts';
import { codesOf, deadline, endOf, received, RECEIVED, seen, serveInquiries, step } from './inquiries.ts';

describe.each(DATABASE_KINDS)('an inquiry on $kind', ({ isAvailable, openMigrated }) => {
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

    it.each([
      ['a question', { kind: 'CONSULTATION' }, '2026-11-30', ['P8', 'P9']],
      ['a simple question', { kind: 'CONSULTATION', isSimple: true }, '2026-11-24', ['P8']],
      ['a complaint', { kind: 'COMPLAINT' }, '2026-11-30', ['P8', 'P9']],
      ['a fault of a website', { kind: 'WEBSITE_FAULT' }, '2026-11-26', ['P11']],
    ])('that is %s is answered in so many working days', async (_what, input, day, rules) => {
      const one = await received(served, input);
      expect(one).toMatchObject({ stage: 'RECEIVED', office: null });
      expect(deadline(one, 'REPLY')).toMatchObject({
        dueAt: endOf(day),
        rules,
        state: 'RUNNING',
        isProvisional: false,
      });
      expect(deadline(one, 'REPLY').trace.at(-1)).toMatchObject({ on: day, counted: true });
    });

    it('goes from receipt to its end, and whoever holds the receipt sees how far it is', async () => {
      const { id, receipt } = await received(served);
      expect(await byReceipt(receipt)).toMatchObject({
        stage: 'RECEIVED',
        answers: [],
        deadlines: [{ kind: 'REPLY' }],
      });
      await take('assignInquiry', id, { office: HOSPITAL });
      expect((await take('assignInquiry', id, { office: CENTRE })).steps.map(({ kind }) => kind)).toEqual([
        'RECEIVED',
        'ASSIGNED',
        'FORWARDED',
      ]);
      await take('superviseInquiry', id, { note: '请尽快答复' });
      const evidence = [{ title: '会议纪要', url: 'https://example.gov.cn/1' }];
      const answered = await take('answerInquiry', id, { answer: '报销比例为百分之七十。', evidence });
      expect(answered).toMatchObject({ stage: 'ANSWERED', answeredAt: RECEIVED.toISOString() });
      expect(answered['steps']).toMatchObject([{}, {}, {}, { kind: 'SUPERVISED' }, { kind: 'ANSWERED', evidence }]);
      expect(deadline(answered, 'REPLY')).toMatchObject({ state: 'MET' });
      await take('rateInquiry', id, { isSatisfied: true });
      expect(await take('closeInquiry', id)).toMatchObject({ stage: 'CLOSED', closedAt: RECEIVED.toISOString() });
      const typed = receipt.toLowerCase().replaceAll('-', ' ');
      expect(await byReceipt(typed)).toMatchObject({
        ...{ stage: 'CLOSED', isRepeated: false, earlierReceipt: null },
        answers: [{ kind: 'ANSWERED', text: '报销比例为百分之七十。' }],
      });
    });

    it('is not found under a receipt that is none, or that nobody was given', async () => {
      const { receipt } = await received(served);
      const last = receipt.endsWith('2') ? '3' : '2';
      for (const wrong of ['', 'x'.repeat(10_000), receipt.slice(0, -1), `${receipt.slice(0, -1)}${last}`]) {
        expect(await byReceipt(wrong)).toBeNull();
      }
    });

    it('is extended before its time is over, by days or to a day, and whoever asked is told', async () => {
      const { id } = await received(served, { office: HOSPITAL });
      goTo(endOf('2026-11-30'));
      const longer = await take('extendInquiry', id, { days: 5, reason: '需会商', toldOn: '2026-11-30' });
      expect(deadline(longer, 'REPLY')).toMatchObject({ dueAt: endOf('2026-12-07'), state: 'RUNNING' });
      expect(longer['steps']).toMatchObject([{}, {}, { kind: 'EXTENDED', days: 5, toldOn: '2026-11-30' }]);
      const again = await take('extendInquiry', id, { until: '2026-12-10', reason: '需鉴定' });
      expect(deadline(again, 'REPLY')).toMatchObject({ dueAt: endOf('2026-12-10') });
      expect(deadline(again, 'REPLY').trace.filter(({ counted }) => counted)).toHaveLength(13);
    });

    it('is not extended after that, nor without a reason, nor by what is out of range; all reasons at once', async () => {
      const { id } = await received(served, { office: HOSPITAL });
      const wrong = { days: 61, reason: ' ', toldOn: '2026-11-22' };
      expect(codesOf(await take('extendInquiry', id, wrong))).toEqual([
        'VALUE_MISSING',
        'DAYS_OUT_OF_RANGE',
        'DAY_OUT_OF_RANGE',
      ]);
      expect(codesOf(await take('extendInquiry', id, { reason: '甲' }))).toEqual(['ONE_OF_NEEDED']);
      const both = { days: 1, until: '2026-12-01', reason: '甲' };
      expect(codesOf(await take('extendInquiry', id, both))).toEqual(['ONE_OF_NEEDED']);
      expect(codesOf(await take('extendInquiry', id, { until: '2026-12-05', reason: '甲' }))).toEqual([
        'DAY_NOT_WORKED',
      ]);
      expect(codesOf(await take('extendInquiry', id, { until: '2026-11-27', reason: '甲' }))).toEqual([
        'DAYS_OUT_OF_RANGE',
      ]);
      goTo('2026-11-30T16:00:00.000Z');
      expect(codesOf(await take('extendInquiry', id, { days: 1, reason: '甲' }))).toEqual(['EXTENSION_TOO_LATE']);
      await take('answerInquiry', id, { answer: '甲' });
      const late = await take('extendInquiry', id, { days: 1, reason: '甲' });
      expect(codesOf(late)).toEqual(['STATUS_NOT_FITTING', 'NOTHING_TO_EXTEND']);
    });

    it('whose answer did not satisfy is done again before it is closed, in five working days more', async () => {
      const { id } = await received(served, { office: HOSPITAL });
      await take('answerInquiry', id, { answer: '甲' });
      expect(codesOf(await take('reworkInquiry', id, { reason: '甲' }))).toEqual(['STEP_MISSING']);
      await take('rateInquiry', id, { isSatisfied: false });
      expect(codesOf(await take('closeInquiry', id))).toEqual(['REWORK_AWAITED']);
      goTo('2026-11-27T02:00:00.000Z');
      const again = await take('reworkInquiry', id, { reason: '答非所问' });
      expect(again).toMatchObject({ stage: 'IN_HAND', isSatisfied: null });
      expect(deadline(again, 'REPLY')).toMatchObject({ round: 2, dueAt: endOf('2026-12-04'), state: 'RUNNING' });
      expect(codesOf(await take('closeInquiry', id))).toEqual(['STATUS_NOT_FITTING']);
      const second = await take('answerInquiry', id, { answer: '乙' });
      expect(second.deadlines.map(({ state }) => state)).toEqual(['MET', 'MET']);
      await take('rateInquiry', id, { isSatisfied: false });
      expect(await take('closeInquiry', id)).toMatchObject({ stage: 'CLOSED', isSatisfied: false });
    });

    it('that repeats one that was answered and closed is closed, its clock dropped, and the earlier answer is shown', async () => {
      const contact = '138 0000 0000';
      const first = await received(served, { office: HOSPITAL, contact, topic: '医保' });
      await take('answerInquiry', first.id, { answer: '甲' });
      const second = await received(served, { contact: '13800000000', topic: '医保' });
      const stranger = await received(served, { contact: '13900000000', topic: '医保' });
      expect(second.possibleRepeats.map(({ id }) => id)).toContain(first.id);
      expect(stranger.possibleRepeats.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]));
      const marked = (id: string) => step(served, 'markInquiryRepeated', { id, of: first.id });
      expect((await marked(second.id)).refusals).toMatchObject([
        { code: 'STATUS_NOT_FITTING', path: ['of'], expected: 'CLOSED', got: 'ANSWERED' },
      ]);
      await take('closeInquiry', first.id);
      const closed = await marked(second.id);
      expect(closed).toMatchObject({ stage: 'CLOSED', repeats: { id: first.id } });
      expect(closed.deadlines.map(({ state }) => state)).toEqual(['DROPPED']);
      expect(await byReceipt(second.receipt)).toMatchObject({ isRepeated: true, earlierReceipt: first.receipt });
      await marked(stranger.id);
      expect(await byReceipt(stranger.receipt)).toMatchObject({ isRepeated: true, earlierReceipt: null });
      goTo('2027-02-01T00:00:00.000Z');
      await served.chores();
      expect((await seen(served, second.id)).deadlines[0]).toMatchObject({ alarms: [] });
    });

    it('is passed on only so often', async () => {
      const { id } = await received(served, { office: HOSPITAL });
      for (const office of [CENTRE, SUPERVISION, HOSPITAL]) {
        expect(codesOf(await take('assignInquiry', id, { office }))).toBeUndefined();
      }
      expect(codesOf(await take('assignInquiry', id, { office: HOSPITAL }))).toEqual([
        'OFFICE_UNCHANGED',
        'FORWARDED_TOO_OFTEN',
      ]);
    });
  });
});
