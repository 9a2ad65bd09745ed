import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import { addPublishedYears } from '../../../subgraphs/catalogue/commands/add-published-years.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { serveCalendar, staff, YEAR_2027, type Published, type ServedCalendar } from './calendar-fixture.ts';

const codesOf = ({ refusals }: Published) => refusals?.map(({ code }) => code);

describe.each(DATABASE_KINDS)('the working calendar on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedCalendar;
    beforeAll(async () => {
      served = await serveCalendar(await openMigrated());
    });
    afterAll(() => served.close());
    beforeEach(async () => {
      await served.database.pool.query('delete from catalogue.calendar_year where year > 2026');
      await served.newEntries();
    });

    const deadline = async (from: string, days: number) =>
      (
        (
          await served.ask(
            `{ deadline(from: "${from}", days: ${String(days)}) { on provisional trace { on counted why note } } }`,
          )
        ).data as { deadline: { on: string; provisional: boolean; trace: object[] } }
      ).deadline;

    it('begins with the years that are known, each told to the log once, as of no region', async () => {
      const { entries } = await served.log.read({ after: null, first: 23 });
      expect(entries.map(({ subjectId }) => Number(subjectId))).toEqual(
        Array.from({ length: 23 }, (_none, index) => 2004 + index),
      );
      expect(entries[22]).toMatchObject({ kind: 'PUBLISHED', subject: 'WORKING_CALENDAR', regionCode: null });
      expect(entries[22]?.payload['workdays']).toContainEqual({ on: '2026-10-10', name: '国庆节' });
    });

    it('is filled up once, however many processes start at once, and keeps what staff corrected', async () => {
      const { db, log, database } = served;
      await database.pool.query('delete from catalogue.calendar_year where year in (2024, 2025)');
      await database.pool.query(`update catalogue.calendar_year set workdays = '[]' where year = 2023`);
      const added = await Promise.all([1, 2, 3].map(() => addPublishedYears({ db, log, clock: systemClock })));
      expect(added.sort()).toEqual([0, 0, 2]);
      expect((await served.newEntries()).map(({ subjectId }) => subjectId)).toEqual(['2024', '2025']);
      const answer = await served.ask('{ workingCalendar(year: 2023) { workdays { on } } }');
      expect(answer.data).toEqual({ workingCalendar: { workdays: [] } });
    });

    it('takes a new year: published, told, and counted by from then on', async () => {
      expect(await deadline('2026-12-31', 1)).toMatchObject({ on: '2027-01-01', provisional: true });
      expect(await served.publish(YEAR_2027)).toEqual({ __typename: 'WorkingCalendar', ...YEAR_2027 });
      const { holidays, workdays } = YEAR_2027;
      expect(await served.newEntries()).toMatchObject([
        {
          kind: 'PUBLISHED',
          subject: 'WORKING_CALENDAR',
          subjectId: '2027',
          regionCode: null,
          payload: { holidays, workdays },
        },
      ]);
      expect(await deadline('2026-12-31', 1)).toEqual({
        on: '2027-01-03',
        provisional: false,
        trace: [
          { on: '2027-01-01', counted: false, why: 'HOLIDAY', note: '元旦' },
          { on: '2027-01-02', counted: false, why: 'WEEKEND', note: null },
          { on: '2027-01-03', counted: true, why: 'MAKE_UP_DAY', note: '元旦' },
        ],
      });
    });

    it('takes a correction: all days of the year are replaced', async () => {
      await served.publish(YEAR_2027);
      await served.newEntries();
      const corrected = { ...YEAR_2027, holidays: [{ on: '2027-10-01', name: '国庆节' }], workdays: [] };
      await served.publish(corrected, staff('PUBLISHER'));
      expect(await served.newEntries()).toMatchObject([
        { kind: 'REVISED', subjectId: '2027', payload: { workdays: [] } },
      ]);
      expect(await deadline('2026-12-31', 1)).toMatchObject({ on: '2027-01-01', provisional: false });
    });

    it('writes nothing for a year that says what is there, in whatever order', async () => {
      await served.publish(YEAR_2027);
      await served.newEntries();
      const { holidays } = YEAR_2027;
      const answer = await served.publish({ ...YEAR_2027, holidays: [...holidays].reverse() });
      expect(answer).toEqual({ __typename: 'WorkingCalendar', ...YEAR_2027 });
      expect(await served.newEntries()).toEqual([]);
    });

    it.each([
      ['the public', null, ['SIGN_IN_NEEDED']],
      ['an editor', staff('EDITOR'), ['ROLE_NOT_ALLOWED']],
      ['an aggregator', staff('AGGREGATOR'), ['ROLE_NOT_ALLOWED']],
      ['a publisher of a county', staff('PUBLISHER', '140521'), ['REGION_NOT_ALLOWED']],
      ['an operator of another city', staff('OPERATOR', '140400'), ['REGION_NOT_ALLOWED']],
      ['an operator of the province', staff('OPERATOR', '140000'), undefined],
    ])('is published by operators and publishers of the hub: %s', async (_who, viewer, codes) => {
      expect(codesOf(await served.publish(YEAR_2027, viewer))).toEqual(codes);
      expect(await served.newEntries()).toHaveLength(codes === undefined ? 1 : 0);
    });

    it('is refused for every reason at once, in words, and nothing is written', async () => {
      const wrong = {
        year: 2027,
        holidays: [{ on: '2027-01-01', name: '' }],
        workdays: [{ on: '2027-01-01', name: '元旦' }],
      };
      const answer = await served.publish(wrong, staff('EDITOR', '140521'));
      expect(answer.refusals?.map(({ code, path }) => [code, path.join('.')])).toEqual([
        ['ROLE_NOT_ALLOWED', ''],
        ['REGION_NOT_ALLOWED', ''],
        ['VALUE_MISSING', 'input.holidays.0.name'],
        ['MAKE_UP_DAY_NOT_WEEKEND', 'input.workdays.0.on'],
        ['DAY_CONTRADICTORY', 'input.workdays.0.on'],
      ]);
      expect(answer.refusals?.at(-1)?.message).toBe(
        'The day is contradictory: 2027-01-01 can not be both a day off and a make-up day.',
      );
      expect(await served.newEntries()).toEqual([]);
      expect((await served.ask('{ workingCalendar(year: 2027) { year } }')).data).toEqual({ workingCalendar: null });
    });

    it('is listed year by year', async () => {
      const { data } = await served.ask('{ workingCalendars { year holidays { name } } }');
      const { workingCalendars } = data as { workingCalendars: { year: number; holidays: object[] }[] };
      expect(workingCalendars.map(({ year }) => year)).toEqual(
        Array.from({ length: 23 }, (_none, index) => 2004 + index),
      );
      expect(workingCalendars.every(({ holidays }) => holidays.length > 20)).toBe(true);
    });

    it.each([
      ['from: "1899-12-31", days: 1', '1900-01-01'],
      ['from: "2026-01-01", days: 1001', '0 to 1000'],
      ['from: "2026-01-01", days: -1', '0 to 1000'],
    ])('does not count out of bounds: %s', async (args, words) => {
      const { errors } = await served.ask(`{ deadline(${args}) { on } }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(errors?.[0]?.message).toContain(words);
    });

    it('counts calendar days when asked to', async () => {
      const text = '{ deadline(from: "2026-09-30", days: 3, unit: CALENDAR_DAY) { on from days unit provisional } }';
      const expected = { on: '2026-10-03', from: '2026-09-30', days: 3, unit: 'CALENDAR_DAY', provisional: false };
      expect((await served.ask(text)).data).toEqual({ deadline: expected });
    });
  });
});
