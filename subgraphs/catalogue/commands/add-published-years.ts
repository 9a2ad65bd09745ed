import { transact, type Transacting } from '../../kit/transact.ts';
import type { Holdings } from '../../kit/context.ts';
import { workingCalendarChanged } from '../events/working-calendar.ts';
import { calendarYears, lockCalendar, putCalendarYears } from '../store/calendar-years.ts';
import type { Transaction } from '../store/database.ts';
import { publishedYears } from '../store/published-years.ts';
import { recountDeadlines } from './recount-deadlines.ts';

/**
 * Adds the years of the working calendar that this version of the hub knows and the database lacks, as if they were
 * published now. A year that is there stays as it is, since staff may have corrected it. Several processes may do so
 * at once: each year is added once.
 *
 * @returns how many were added
 */
export function addPublishedYears(
  holdings: Pick<Holdings<Transacting<Transaction>>, 'db' | 'log' | 'clock'>,
): Promise<number> {
  return transact<Transaction, number>(holdings, async (tx, record) => {
    await lockCalendar(tx);
    const known = new Set((await calendarYears(tx)).map(({ year }) => year));
    const missing = publishedYears().filter(({ year }) => !known.has(year));
    if (missing.length === 0) return 0;
    const now = holdings.clock.now();
    await putCalendarYears(tx, missing);
    record(...missing.map((year) => workingCalendarChanged('PUBLISHED', year, now)));
    record(...(await recountDeadlines(tx, now)));
    return missing.length;
  });
}
