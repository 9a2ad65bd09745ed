import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { civilDate, toUtcMidnight } from '../../../core/civil-date.ts';
import { addWorkingDays } from '../../../core/working-calendar.ts';
import { calendarForDeadlines } from '../../../subgraphs/catalogue/store/calendar-years.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { serveCalendar, standing, writeCatalogues, YEAR_2027, type ServedCalendar } from './calendar-fixture.ts';
import { CATALOGUES, DUTIES, ITEMS, MOVED, STOOD } from './open-deadlines.ts';

const [, POSTGRES] = DATABASE_KINDS;

describe.each(DATABASE_KINDS)('open deadlines on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedCalendar;
    beforeAll(async () => {
      served = await serveCalendar(await openMigrated());
    });
    afterAll(() => served.close());
    beforeEach(async () => {
      await served.database.pool.query(`
        truncate catalogue.catalogue, catalogue.disclosure cascade;
        delete from catalogue.calendar_year where year > 2026`);
      await writeCatalogues(served, CATALOGUES, ITEMS, DUTIES);
      await served.newEntries();
    });

    it('are counted anew when a year is published; closed ones and those of other editions stay', async () => {
      await served.publish(YEAR_2027);
      expect(await standing(served)).toEqual({ ...STOOD, ...MOVED });
    });

    it('are told one by one when they changed, a catalogue once for all its items, and not at all when they did not', async () => {
      await served.publish(YEAR_2027);
      const entries = await served.newEntries();
      expect(entries.map(({ kind: what, subject, subjectId }) => `${what} ${subject} ${subjectId}`)).toEqual([
        'PUBLISHED WORKING_CALENDAR 2027',
        'REVISED CATALOGUE approved',
        'REVISED CATALOGUE outgoing',
        'REVISED DISCLOSURE_DUTY duty-confirmed',
        'REVISED DISCLOSURE_DUTY duty-moved',
      ]);
      expect(entries[1]?.payload['items']).toMatchObject(
        ITEMS.filter((item) => item.catalogue === 'approved').map(({ id }) => ({
          id,
          firstDueOn: { ...STOOD, ...MOVED }[id]?.replace('~', ''),
          isFirstDueProvisional: false,
        })),
      );
      expect(entries[4]).toMatchObject({
        regionCode: '140500',
        catalogueItemIds: ['settled-early'],
        payload: {
          region: '140500',
          item: 'settled-early',
          appliesTo: 'RESULT',
          title: '样例结果',
          arisenOn: '2026-12-30',
          dueOn: '2027-01-03',
          isProvisional: false,
          dischargedAt: null,
          isSample: false,
        },
      });
    });

    it('show how they were counted, before and after', async () => {
      const text = `{ _entities(representations: [{ __typename: "CatalogueItem", id: "settled-early" }]) {
        ... on CatalogueItem { duties(isOpen: true) { edges { node { id deadline { on from days unit provisional } } } } } } }`;
      const shown = async () => {
        const { data } = await served.ask(text);
        const [item] = (data as { _entities: { duties: { edges: { node: { id: string; deadline: object } }[] } }[] })
          ._entities;
        return item?.duties.edges.find(({ node }) => node.id === 'duty-moved')?.node.deadline;
      };
      const span = { from: '2026-12-30', days: 2, unit: 'WORKING_DAY' };
      expect(await shown()).toEqual({ ...span, on: '2027-01-01', provisional: true });
      await served.publish(YEAR_2027);
      expect(await shown()).toEqual({ ...span, on: '2027-01-03', provisional: false });
    });

    it('are told again only where a correction moves them', async () => {
      await served.publish(YEAR_2027);
      await served.newEntries();
      await served.publish({ ...YEAR_2027, workdays: [] });
      expect((await served.newEntries()).map(({ subject, subjectId }) => `${subject} ${subjectId}`)).toEqual([
        'WORKING_CALENDAR 2027',
        'CATALOGUE approved',
        'CATALOGUE outgoing',
        'DISCLOSURE_DUTY duty-moved',
      ]);
      expect((await standing(served))['duty-moved']).toBe('2027-01-04');
    });

    it('move with days of the December before, though its own year is published', async () => {
      const holidays = [{ on: '2026-12-31', name: '元旦' }, ...YEAR_2027.holidays];
      await served.publish({ ...YEAR_2027, holidays });
      expect(await standing(served)).toMatchObject({ 'duty-december': '2027-01-03', 'duty-moved': '2027-01-04' });
    });

    it('stay as they were, and so does the calendar and the log, when any of them can not be written', async () => {
      await served.database.pool.query(`
        create function catalogue.refuse() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
        create trigger refuse before update on catalogue.disclosure_duty execute function catalogue.refuse()`);
      await expect(served.publish(YEAR_2027)).rejects.toThrow('Unexpected error');
      await served.database.pool.query('drop function catalogue.refuse() cascade');
      expect(await standing(served)).toEqual(STOOD);
      expect(await served.newEntries()).toEqual([]);
      expect((await served.ask('{ workingCalendar(year: 2027) { year } }')).data).toEqual({ workingCalendar: null });
    });

    it('are told once when the same year is published twice at the same moment', async () => {
      await Promise.all([served.publish(YEAR_2027), served.publish(YEAR_2027)]);
      expect(await served.newEntries()).toHaveLength(5);
    });

    it('are shown by a whole calendar at every moment while it changes', async () => {
      const asking = Array.from({ length: 40 }, async (_none, index) => {
        if (index % 10 === 5)
          await served.publish({ ...YEAR_2027, workdays: index % 20 === 5 ? [] : YEAR_2027.workdays });
        const { data } = await served.ask('{ deadline(from: "2026-09-30", days: 1) { on } }');
        return data;
      });
      expect(await Promise.all(asking)).toEqual(Array(40).fill({ deadline: { on: '2026-10-08' } }));
    });

    it('end right whoever comes last of several who publish at the same moment', async () => {
      const without = { ...YEAR_2027, workdays: [] };
      const next = { year: 2028, holidays: [{ on: '2028-01-03', name: '元旦' }], workdays: [] };
      await Promise.all([served.publish(YEAR_2027), served.publish(without), served.publish(next)]);
      const { data } = await served.ask('{ workingCalendar(year: 2027) { workdays { on } } }');
      const { workdays } = (data as { workingCalendar: { workdays: object[] } }).workingCalendar;
      expect((await standing(served))['duty-moved']).toBe(workdays.length === 0 ? '2027-01-04' : '2027-01-03');
    });
  });
});

describe.skipIf(!POSTGRES.isAvailable)('a deadline that is written while a year is published', () => {
  it('is not left behind on the old calendar', async () => {
    const served = await serveCalendar(await POSTGRES.openMigrated());
    await writeCatalogues(served, CATALOGUES, ITEMS, DUTIES);
    let publishing: Promise<unknown> = Promise.resolve();
    await served.db.$transaction(async (tx) => {
      const calendar = await calendarForDeadlines(tx);
      publishing = served.publish(YEAR_2027);
      while ((await tx.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`).length === 0);
      const from = civilDate('2026-12-30');
      const { on, provisional } = addWorkingDays(from, 2, calendar);
      const duty = await tx.disclosureDuty.findUniqueOrThrow({ where: { id: 'duty-moved' } });
      const [arisenOn, dueOn] = [toUtcMidnight(from), toUtcMidnight(on)];
      await tx.disclosureDuty.create({
        data: { ...duty, id: 'duty-late', arisenOn, days: 2, dueOn, isProvisional: provisional },
      });
    });
    await publishing;
    expect((await standing(served))['duty-late']).toBe('2027-01-03');
    await served.close();
  });
});

const FIRST_DUE = {
  on: '2027-01-03',
  from: '2026-12-30',
  days: 2,
  unit: 'WORKING_DAY',
  provisional: false,
  trace: [
    { on: '2026-12-31', counted: true, why: 'WORKING_DAY' },
    { on: '2027-01-01', counted: false, why: 'HOLIDAY' },
    { on: '2027-01-02', counted: false, why: 'WEEKEND' },
    { on: '2027-01-03', counted: true, why: 'MAKE_UP_DAY' },
  ],
};

describe('a recount in a process of another time zone', () => {
  it.each(['America/New_York', 'Pacific/Apia'])(
    'ends on the same days: %s',
    async (TZ) => {
      const script = join(import.meta.dirname, 'recount-alone.ts');
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, TZ },
      });
      expect(JSON.parse(stdout)).toMatchObject({ stands: { ...STOOD, ...MOVED }, firstDue: FIRST_DUE });
    },
    120_000,
  );
});
