import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarYear } from '../../../core/calendar-year.ts';
import type { ChangeKind, NewEntry } from '../../../core/change.ts';
import { civilDate } from '../../../core/civil-date.ts';
import { addWorkingDays } from '../../../core/working-calendar.ts';
import { openLog, type Log } from '../../../feed/log.ts';
import { runnerOf } from '../../../prisma/storage/bulk-session.ts';
import type { Database } from '../../../prisma/storage/database.ts';
import { workingCalendarChanged } from '../../../subgraphs/catalogue/events/working-calendar.ts';
import { publishedYears } from '../../../subgraphs/catalogue/store/published-years.ts';
import { SUBGRAPHS, type RunningSubgraph } from '../../../subgraphs/index.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { CONFIGURED } from '../../support/configured.ts';

const clock = { now: () => new Date('2026-11-24T02:00:00.000Z') };
const scope = { viewer: null, locale: 'en', requestId: 'test' } as const;
const YEAR_2027: CalendarYear = {
  year: 2027,
  holidays: [{ on: civilDate('2027-01-01'), name: '元旦' }],
  workdays: [{ on: civilDate('2027-01-03'), name: '元旦' }],
};

describe.each(DATABASE_KINDS)('followers of the working calendar on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let database: Database;
    let log: Log;
    beforeAll(async () => {
      database = await openMigrated();
      log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock });
      await tell(...publishedYears().map((year) => workingCalendarChanged('PUBLISHED', year, clock.now())));
    });
    afterAll(async () => {
      await log.close();
      await database.close();
    });

    async function tell(...entries: readonly NewEntry[]): Promise<void> {
      const client = await database.pool.connect();
      await client.query('begin');
      await log.append(runnerOf(client), entries);
      await client.query('commit');
      client.release();
      log.wake();
    }

    const withdrawn = (year: number): NewEntry => ({
      ...workingCalendarChanged('PUBLISHED', { ...YEAR_2027, year }, clock.now()),
      kind: 'WITHDRAWN' satisfies ChangeKind,
      payload: { reason: 'PUBLISHED_IN_ERROR', note: null },
    });

    /** Where one working day from the end of 2026 ends for a subgraph, `~` for a provisional day. */
    async function nextDay(running: RunningSubgraph): Promise<string> {
      const calendar = await running.contextFor(scope).calendar();
      const { on, provisional } = addWorkingDays(civilDate('2026-12-31'), 1, calendar);
      return provisional ? `~${on}` : on;
    }

    it.each(['documents', 'pricing', 'sentiment'])(
      '%s has each year as the log tells of it, in every process',
      async (name) => {
        const subgraph = SUBGRAPHS.find((one) => one.name === name);
        if (subgraph === undefined) throw new Error(`Expected a subgraph, got ${name}`);
        const [one, other] = [1, 2].map(() => subgraph.start({ database, log, clock, ...CONFIGURED })) as [
          RunningSubgraph,
          RunningSubgraph,
        ];
        await one.followers.level();
        // The other never follows: what it knows, it reads from the table that both share.
        await other.followers.stop();
        const both = async () => [await nextDay(one), await nextDay(other)];
        expect((await one.contextFor(scope).calendar()).publishedYears.size).toBe(23);
        expect(await both()).toEqual(['~2027-01-01', '~2027-01-01']);

        await tell(workingCalendarChanged('PUBLISHED', YEAR_2027, clock.now()));
        await one.followers.level();
        expect(await both()).toEqual(['2027-01-03', '2027-01-03']);

        const corrected = { ...YEAR_2027, workdays: [] };
        await tell(
          workingCalendarChanged('REVISED', YEAR_2027, clock.now()),
          workingCalendarChanged('REVISED', corrected, clock.now()),
        );
        await one.followers.level();
        expect(await both()).toEqual(['2027-01-04', '2027-01-04']);

        await tell(withdrawn(2027));
        await one.followers.level();
        expect(await both()).toEqual(['~2027-01-01', '~2027-01-01']);
        await one.close();
        await other.close();
      },
    );

    it('begins again from the log with the same years', async () => {
      const { rows: before } = await database.pool.query(
        'select * from documents.followed_calendar_year order by year',
      );
      await database.pool.query(`delete from documents.checkpoint where follower = 'calendar'`);
      const running = SUBGRAPHS[1]?.start({ database, log, clock, ...CONFIGURED });
      await running?.followers.level();
      await running?.close();
      const { rows } = await database.pool.query('select * from documents.followed_calendar_year order by year');
      expect(rows).toEqual(before);
      expect(rows).toHaveLength(23);
    });

    it('leaves the log’s own subgraph without a calendar', async () => {
      const running = SUBGRAPHS.find(({ name }) => name === 'feed')?.start({
        database,
        log,
        clock,
        ...CONFIGURED,
      });
      expect((await running?.contextFor(scope).calendar())?.publishedYears.size).toBe(0);
      await running?.close();
    });
  });
});
