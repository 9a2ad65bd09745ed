import { addDays, civilDate, parseCivilDate, type CivilDate } from '../../../core/civil-date.ts';

/** A year, then a month or its end, then perhaps a day: 2018年11月底, 2018年11月, 2021年1月10日前. */
const MONTH_OR_DAY = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})[日号]|底|末)?(?:之?前)?$/u;
const YEAR = /^(\d{4})年(?:年?底|年?末|内|年内)$/u;

/**
 * The last day on which something is in time that a plan wants by such words. A month's end (月底) is its last day, and
 * so is a month without a day; a year's end is 31 December.
 *
 * @returns null when the words name no day that is understood
 * @see rule U1, and the notices' own ways of writing in domain rules §8.4
 */
export function dueOnOf(text: string): CivilDate | null {
  const words = text.normalize('NFKC').replace(/\s+/gu, '');
  const year = YEAR.exec(words)?.[1];
  if (year !== undefined) return parseCivilDate(`${year}-12-31`);
  const [, inYear, month, day] = MONTH_OR_DAY.exec(words) ?? [];
  if (inYear === undefined || month === undefined) return null;
  const prefix = `${inYear}-${month.padStart(2, '0')}`;
  if (day !== undefined) return parseCivilDate(`${prefix}-${day.padStart(2, '0')}`);
  return parseCivilDate(`${prefix}-01`) === null ? null : lastDayOf(Number(inYear), Number(month));
}

/** The last day of a month; `month` counts from 1. */
function lastDayOf(year: number, month: number): CivilDate {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return addDays(civilDate(`${String(nextYear).padStart(4, '0')}-${String(nextMonth).padStart(2, '0')}-01`), -1);
}
