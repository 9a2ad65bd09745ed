import type { Pool } from 'pg';
import { workingCalendarOf, type CalendarYear } from '../../core/calendar-year.ts';
import { traceDays, type TimeSpan, type TracedDay, type WorkingCalendar } from '../../core/working-calendar.ts';
import type { SqlTransaction } from '../../feed/append.ts';
import type { Context } from './context.ts';
import { perRequest } from './per-request.ts';

/** The table of an owner with one row a year: `year`, `holidays`, `workdays` and a `revision` that changes with them. */
export type CalendarTable = 'catalogue.calendar_year' | `${string}.followed_calendar_year`;

/** A year as the table has it, beside the version of the whole table; all null but the version when it is known. */
type VersionedRow = { readonly version: string } & {
  readonly [Member in keyof CalendarYear]: CalendarYear[Member] | null;
};

/**
 * Reads the working calendar from an owner's table: the years themselves only when any has changed since, so that
 * asking again costs one small statement. Which process wrote them does not matter.
 *
 * @param table - null for an owner that keeps no years: no year is published then
 */
export function calendarReader(pool: Pool, table: CalendarTable | null): () => Promise<WorkingCalendar> {
  let known: { readonly version: string; readonly calendar: WorkingCalendar } | null = null;
  if (table === null) return () => Promise.resolve(workingCalendarOf([]));
  const sql = `
    with stands as (select coalesce(string_agg(year || ':' || revision, ',' order by year), '') as version from ${table})
    select version, year, holidays, workdays from stands left join ${table} on version is distinct from $1`;
  return async () => {
    // Calls overlap: each answer is held against what its own question said was known.
    const asked = known;
    const { rows } = await pool.query<VersionedRow>(sql, [asked?.version ?? null]);
    const version = rows[0]?.version ?? '';
    if (asked?.version === version) return asked.calendar;
    known = { version, calendar: workingCalendarOf(rows.flatMap(yearOf)) };
    return known.calendar;
  };
}

function yearOf({ year, holidays, workdays }: VersionedRow): CalendarYear[] {
  return year === null || holidays === null || workdays === null ? [] : [{ year, holidays, workdays }];
}

/**
 * The working calendar inside a transaction that writes deadlines. It can not change until the transaction ends, and a
 * transaction that changes it will see the deadlines that this one wrote; so no deadline is left behind on an old
 * calendar. To be read before any row is written or locked, lest two transactions wait for each other.
 */
export async function calendarWithin(tx: SqlTransaction, table: CalendarTable): Promise<WorkingCalendar> {
  await tx.$queryRawUnsafe(`lock table ${table} in share mode`);
  return workingCalendarOf(await tx.$queryRawUnsafe<CalendarYear[]>(`select year, holidays, workdays from ${table}`));
}

/** The working calendar for the fields of one request, read once however many of them ask. */
export function calendarOf(context: Pick<Context<unknown>, 'loaders' | 'calendar'>): Promise<WorkingCalendar> {
  return perRequest(context, 'working calendar', async (keys: readonly string[]) => {
    const calendar = await context.calendar();
    return keys.map(() => calendar);
  }).load('');
}

/** Each day of a time limit, counted or not and why, by the calendar as it stands now. */
export async function traceOf(
  context: Pick<Context<unknown>, 'loaders' | 'calendar'>,
  span: TimeSpan,
): Promise<readonly TracedDay[]> {
  return traceDays(span, await calendarOf(context));
}
