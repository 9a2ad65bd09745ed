import { addDays, civilDate, civilDateOf, type CivilDate } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { Period } from '../performance/response-performance.ts';

/** A month of the calendar in Asia/Shanghai, `YYYY-MM`. Compares as text. */
export type Month = string;

/** No figures are older. */
const FIRST_MONTH: Month = '2000-01';

/** The days of a month; null for a text that names none from the year 2000 on. */
export function daysOfMonth(month: Month): Period | null {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) || month < FIRST_MONTH) return null;
  const from = civilDate(`${month}-01`);
  return { from, to: lastDayOf(from) };
}

/**
 * The days of a month that a reader asks for.
 *
 * @throws Fault BAD_USER_INPUT for a text that names none from the year 2000 on
 */
export function periodOfMonth(month: Month): Period {
  const days = daysOfMonth(month);
  if (days !== null) return days;
  throw new Fault('BAD_USER_INPUT', `Expected a month YYYY-MM from ${FIRST_MONTH} on, got ${quoted(month)}.`);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** The month of a day. */
export function monthOf(day: CivilDate): Month {
  return day.slice(0, 7);
}

/**
 * Why the figures of a month are not published: it is no month, or not over yet in Asia/Shanghai.
 *
 * @see rule P9
 */
export function monthRefusals(month: Month, now: Date): Refusal[] {
  const path = ['month'];
  if (daysOfMonth(month) === null) {
    return [{ code: 'MONTH_MALFORMED', path, expected: `YYYY-MM, ${FIRST_MONTH}…`, got: month.slice(0, 40) }];
  }
  const today = civilDateOf(now);
  if (month < monthOf(today)) return [];
  const lastOver = monthOf(addDays(civilDate(`${monthOf(today)}-01`), -1));
  return [{ code: 'MONTH_NOT_OVER', path, expected: lastOver, got: month, rules: ['P9'] }];
}

function lastDayOf(first: CivilDate): CivilDate {
  // 31 days after the first of a month lies in the next one, whichever it is.
  return addDays(civilDate(`${monthOf(addDays(first, 31))}-01`), -1);
}
