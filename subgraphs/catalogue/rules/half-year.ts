import { civilDate, yearOf, type CivilDate } from '../../../core/civil-date.ts';
import { Fault } from '../../../core/fault.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { requiredText } from './supervised-text.ts';

/** The halves of a year. */
export const HALVES = ['H1', 'H2'] as const;
export type Half = (typeof HALVES)[number];

/** Half a year that is reported on. */
export interface HalfYear {
  readonly year: number;
  readonly half: Half;
}

/** The first half-year that is reported on: due on 10 January 2021. */
const FIRST_HALF_YEAR: HalfYear = { year: 2020, half: 'H2' };
const LAST_YEAR = 9_998;
const LONGEST_BODY = 20_000;

/**
 * The last day on which the report of a half-year is in time: 10 July for the first half, 10 January of the next year
 * for the second.
 *
 * @see rule C14
 */
export function reportDueOn({ year, half }: HalfYear): CivilDate {
  return civilDate(half === 'H1' ? `${fourDigits(year)}-07-10` : `${fourDigits(year + 1)}-01-10`);
}

/** The half-years whose report is late on a day if it is not there yet, the earliest first. @see rule C14 */
export function halfYearsOwed(on: CivilDate): HalfYear[] {
  const owed: HalfYear[] = [];
  const last = Math.min(yearOf(on), LAST_YEAR);
  for (let { year } = FIRST_HALF_YEAR; year <= last; year += 1) {
    for (const half of HALVES) if (!isBeforeFirst({ year, half })) owed.push({ year, half });
  }
  return owed.filter((halfYear) => reportDueOn(halfYear) < on);
}

/** How a report stands on a day. */
export interface ReportStanding {
  /** It was first handed in after its due day. */
  readonly isLate: boolean;
  /** It was not handed in by the day, and its due day is past. */
  readonly isOverdue: boolean;
}

/**
 * How a report stands on a day; the due day itself is in time.
 *
 * @param submittedOn - when it was first handed in; null when it was not
 * @see rule C14
 */
export function reportStanding(dueOn: CivilDate, submittedOn: CivilDate | null, on: CivilDate): ReportStanding {
  const isThere = submittedOn !== null && submittedOn <= on;
  return { isLate: isThere && submittedOn > dueOn, isOverdue: !isThere && dueOn < on };
}

/** Every reason why a report is not taken: no report is owed, the half-year is not over, or it says nothing. @see rule C14 */
export function reportRefusals(halfYear: HalfYear, body: string, today: CivilDate): Refusal[] {
  const { year, half } = halfYear;
  const refusals = requiredText(['input', 'body'], body, LONGEST_BODY);
  if (isBeforeFirst(halfYear) || year > LAST_YEAR) {
    const [expected, got] = [nameOf(FIRST_HALF_YEAR), nameOf(halfYear)];
    return [{ code: 'PERIOD_NOT_REPORTED', path: ['input', 'year'], expected, got, rules: ['C14'] }, ...refusals];
  }
  const lastDay = civilDate(`${fourDigits(year)}-${half === 'H1' ? '06-30' : '12-31'}`);
  if (lastDay > today) {
    const path = ['input', 'half'];
    refusals.push({ code: 'VALUE_IN_FUTURE', path, expected: today, got: lastDay, rules: ['C14'] });
  }
  return refusals;
}

/**
 * Lets only half-years through that reports are owed for.
 *
 * @throws Fault BAD_USER_INPUT for another one
 */
export function requireReportedHalfYear(halfYear: HalfYear): void {
  if (!isBeforeFirst(halfYear) && halfYear.year <= LAST_YEAR) return;
  const expected = `a half-year from ${nameOf(FIRST_HALF_YEAR)} to ${nameOf({ year: LAST_YEAR, half: 'H2' })}`;
  throw new Fault('BAD_USER_INPUT', `Expected ${expected}, got ${nameOf(halfYear)}.`);
}

function isBeforeFirst({ year, half }: HalfYear): boolean {
  return year < FIRST_HALF_YEAR.year || (year === FIRST_HALF_YEAR.year && half < FIRST_HALF_YEAR.half);
}

function nameOf({ year, half }: HalfYear): string {
  return `${String(year)} ${half}`;
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
