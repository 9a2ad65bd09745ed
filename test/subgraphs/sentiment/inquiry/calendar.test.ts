import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publishedYears } from '../../../../subgraphs/catalogue/store/published-years.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { CENTRE, HOSPITAL } from '../opinion/offices.ts';
import type { ServedSentiment } from '../serve-sentiment.ts';
import { deadline, endOf, received, RECEIVED, seen, serveInquiries, step, yearTold } from './inquiries.ts';

const YEAR = publishedYears().find(({ year }) => year === 2026);
if (YEAR === undefined) throw new Error('expected 2026 among the published years');

/** The year with more days off than were published at first. */
const withOff = (...days: readonly string[]) =>
  yearTold({ ...YEAR, holidays: [...YEAR.holidays, ...days.map((on) => ({ on, name: '临时放假' }))] });

describe.each(DATABASE_KINDS)('a holiday that is declared late, on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    beforeAll(async () => {
      served = await serveInquiries(await openMigrated());
    });
    beforeEach(async () => {
      served.clock.at = RECEIVED;
      await served.tell(yearTold(YEAR));
    });
    afterAll(() => served.close());

    const reply = async (id: string) => deadline(await seen(served, id), 'REPLY');
    const stages = async (id: string) =>
      (await reply(id)).alarms.map(({ stage, dueAt }) => `${stage} of ${dueAt.slice(0, 10)}`);
    const goTo = async (instant: string) => {
      served.clock.at = new Date(instant);
      await served.chores();
    };

    it('moves the end of what runs, and not of what is done', async () => {
      const [open, done] = [await received(served, { office: HOSPITAL }), await received(served, { office: HOSPITAL })];
      await step(served, 'answerInquiry', { id: done.id, input: { answer: '甲' } });
      await served.tell(withOff('2026-11-26'));
      expect(await reply(open.id)).toMatchObject({ dueAt: endOf('2026-12-01'), state: 'RUNNING' });
      expect((await reply(open.id)).trace.find(({ on }) => on === '2026-11-26')).toMatchObject({
        counted: false,
        why: 'HOLIDAY',
      });
      expect(await reply(done.id)).toMatchObject({ dueAt: endOf('2026-11-30'), state: 'MET', trace: [] });
      await served.tell(withOff('2026-11-26'));
      expect(await reply(open.id)).toMatchObject({ dueAt: endOf('2026-12-01') });
    });

    it('moves what was extended, and the time to object', async () => {
      const { id } = await received(served, { kind: 'PETITION', office: HOSPITAL });
      await step(served, 'assignInquiry', { id, input: { office: CENTRE } });
      const other = await received(served, { office: HOSPITAL });
      await step(served, 'extendInquiry', { id: other.id, input: { until: '2026-12-07', reason: '甲' } });
      await served.tell(withOff('2026-11-26', '2026-12-02'));
      expect(await reply(other.id)).toMatchObject({ dueAt: endOf('2026-12-09') });
      const petition = await seen(served, id);
      expect(deadline(petition, 'PETITION_OBJECTION')).toMatchObject({ dueAt: endOf('2026-12-01') });
      expect(deadline(petition, 'PETITION_NOTICE')).toMatchObject({ dueAt: endOf('2026-12-08') });
    });

    it('moves the alarms too: what was told stands, and what is to come is told by the new end', async () => {
      const { id } = await received(served, { office: HOSPITAL });
      await goTo('2026-11-30T12:00:00.000Z');
      expect(await stages(id)).toEqual(['DUE_IN_24H of 2026-11-30', 'DUE_IN_4H of 2026-11-30']);
      await served.tell(withOff('2026-11-30'));
      await goTo('2026-11-30T16:00:00.000Z');
      expect((await stages(id)).at(-1)).toBe('DUE_IN_24H of 2026-12-01');
      await goTo('2026-12-01T16:00:00.000Z');
      expect((await stages(id)).slice(2)).toEqual([
        'DUE_IN_24H of 2026-12-01',
        'DUE_IN_4H of 2026-12-01',
        'DUE_IN_1H of 2026-12-01',
        'BREACHED of 2026-12-01',
      ]);
    });

    it('tells first of what was reached by the old end, although the timer had not come round', async () => {
      const { id } = await received(served, { office: HOSPITAL });
      served.clock.at = new Date('2026-11-30T16:00:00.000Z');
      await served.tell(withOff('2026-11-30'));
      expect(await stages(id)).toEqual(expect.arrayContaining(['DUE_IN_24H of 2026-11-30', 'BREACHED of 2026-11-30']));
      expect(await reply(id)).toMatchObject({ dueAt: endOf('2026-12-01'), state: 'RUNNING', isOverdue: false });
    });

    it('tells at once of what is over when a day is worked after all', async () => {
      await served.tell(withOff('2026-11-27', '2026-11-30'));
      const { id } = await received(served, { office: HOSPITAL });
      expect(await reply(id)).toMatchObject({ dueAt: endOf('2026-12-02') });
      served.clock.at = new Date('2026-12-01T02:00:00.000Z');
      await served.tell(yearTold(YEAR));
      await served.chores();
      expect(await reply(id)).toMatchObject({ dueAt: endOf('2026-11-30'), state: 'BREACHED' });
      expect(await stages(id)).toEqual(expect.arrayContaining(['BREACHED of 2026-11-30']));
    });

    it('makes certain what leaned on a year that was not published', async () => {
      served.clock.at = new Date('2027-12-29T02:00:00.000Z');
      const { id } = await received(served, { receivedAt: '2027-12-29T02:00:00.000Z' });
      expect(await reply(id)).toMatchObject({ isProvisional: true });
      const { dueAt } = await reply(id);
      const empty = (year: number) => yearTold({ year, holidays: [], workdays: [] });
      await served.tell(empty(2027), empty(2028));
      expect(await reply(id)).toMatchObject({ isProvisional: false, dueAt });
    });
  });
});
