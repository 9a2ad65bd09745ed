import type { CalendarYear } from '../../../core/calendar-year.ts';
import type { WorkingCalendar } from '../../../core/working-calendar.ts';
import { calendarWithin } from '../../kit/working-calendar.ts';
import type { Database, Transaction } from './database.ts';

/**
 * Keeps everyone else from changing the working calendar, and from writing deadlines by it, until the transaction
 * ends. The first thing that a transaction does.
 */
export async function lockCalendar(tx: Transaction): Promise<void> {
  await tx.$executeRaw`LOCK TABLE catalogue.calendar_year IN SHARE ROW EXCLUSIVE MODE`;
}

/** The working calendar inside a transaction that writes deadlines; see {@link calendarWithin}. */
export function calendarForDeadlines(tx: Transaction): Promise<WorkingCalendar> {
  return calendarWithin(tx, 'catalogue.calendar_year');
}

/** All published years, in their order. */
export async function calendarYears(db: Database | Transaction): Promise<CalendarYear[]> {
  const rows = await db.calendarYear.findMany({ orderBy: { year: 'asc' } });
  return rows.map((row) => row as unknown as CalendarYear);
}

/** One published year; null when it is not published. */
export async function calendarYear(db: Database | Transaction, year: number): Promise<CalendarYear | null> {
  const row = await db.calendarYear.findUnique({ where: { year } });
  return row as unknown as CalendarYear | null;
}

/** Writes years, each with all its days in place of those that it had. */
export async function putCalendarYears(tx: Transaction, years: readonly CalendarYear[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO catalogue.calendar_year AS known (year, holidays, workdays)
    SELECT year, holidays, workdays
      FROM json_to_recordset(${JSON.stringify(years)}::json) AS given (year int, holidays jsonb, workdays jsonb)
    ON CONFLICT (year) DO UPDATE SET holidays = excluded.holidays, workdays = excluded.workdays,
      revision = known.revision + 1`;
}
