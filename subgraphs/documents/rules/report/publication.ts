import { civilDate, yearOf, type CivilDate } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { parseYuan } from '../../../../core/yuan.ts';
import { isBlank, optionalText } from '../required-text.ts';
import {
  ENTERED_NUMBERS,
  missingParts,
  type EnteredNumber,
  type ReportHeading,
  type WrittenReport,
} from './content.ts';

/** The first year that is reported on: the regulation came into force on 1 May 2008. */
const FIRST_YEAR = 2008;
const LAST_YEAR = 9_998;
const LONGEST_TEXT = 20_000;
const MOST_COUNTED = 100_000_000;

/** The last day on which the report of a year is in time, above and to the public: 31 January of the next. @see rule A1 */
export function reportDueOn(year: number): CivilDate {
  return civilDate(`${String(year + 1).padStart(4, '0')}-01-31`);
}

/** The first and last day of a year. */
export function daysOfYear(year: number): { readonly first: CivilDate; readonly last: CivilDate } {
  const digits = String(year).padStart(4, '0');
  return { first: civilDate(`${digits}-01-01`), last: civilDate(`${digits}-12-31`) };
}

/** How a report stands on a day. */
export interface ReportStanding {
  /** It was first published after its due day. */
  readonly isLate: boolean;
  /** It was not published by the day, and its due day is past. */
  readonly isOverdue: boolean;
}

/**
 * How the report of a year stands on a day; the due day itself is in time.
 *
 * @param publishedOn - when it was first published; null when it was not
 * @see rule A1
 */
export function reportStanding(year: number, publishedOn: CivilDate | null, on: CivilDate): ReportStanding {
  const dueOn = reportDueOn(year);
  const isThere = publishedOn !== null && publishedOn <= on;
  return { isLate: isThere && publishedOn > dueOn, isOverdue: !isThere && dueOn < on };
}

/**
 * Lets only years through that are reported on.
 *
 * @throws Fault BAD_USER_INPUT for another one
 */
export function requireReportYear(year: number): void {
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return;
  throw new Fault('BAD_USER_INPUT', `Expected a year from ${FIRST_YEAR} to ${LAST_YEAR}, got ${String(year)}.`);
}

/** Why nothing is written of a year: it lies before there were reports, or has not begun. @see rule A1 */
export function reportYearRefusals(year: number, today: CivilDate): Refusal[] {
  const last = Math.min(yearOf(today), LAST_YEAR);
  if (year >= FIRST_YEAR && year <= last) return [];
  const expected = `${String(FIRST_YEAR)}–${String(last)}`;
  return [{ code: 'YEAR_OUT_OF_RANGE', path: ['year'], expected, got: String(year), rules: ['A1'] }];
}

/** What staff write, as it comes. */
export interface ReportInput {
  readonly texts?: readonly { readonly heading: ReportHeading; readonly text: string }[] | null | undefined;
  readonly entered?: Readonly<Partial<Record<EnteredNumber, number | null | undefined>>> | null | undefined;
  readonly feesTenThousandYuan?: string | null | undefined;
}

/** Every reason why what staff write is not taken. @see rules A3, A8 */
export function reportInputRefusals({ texts, entered, feesTenThousandYuan }: ReportInput): Refusal[] {
  const refusals = (texts ?? []).flatMap(({ heading, text }, index) => {
    const path = ['input', 'texts', String(index)];
    const isRepeated = (texts ?? []).findIndex((one) => one.heading === heading) < index;
    const repeated: Refusal[] = isRepeated
      ? [{ code: 'VALUE_REPEATED', path: [...path, 'heading'], got: heading, rules: ['A2'] }]
      : [];
    return [...repeated, ...optionalText([...path, 'text'], text, LONGEST_TEXT)];
  });
  for (const name of ENTERED_NUMBERS) {
    const count = entered?.[name] ?? 0;
    if (count >= 0 && count <= MOST_COUNTED) continue;
    const expected = `0–${String(MOST_COUNTED)}`;
    const path = ['input', 'entered', name];
    refusals.push({ code: 'NUMBER_OUT_OF_RANGE', path, expected, got: String(count), rules: ['A3'] });
  }
  if (feesTenThousandYuan != null && !isAmount(feesTenThousandYuan)) {
    const [path, got] = [['input', 'feesTenThousandYuan'], feesTenThousandYuan.slice(0, 100)];
    refusals.push({ code: 'AMOUNT_MALFORMED', path, expected: '12.5', got, rules: ['A3'] });
  }
  return refusals;
}

const LONGEST_AMOUNT = /^\d{1,10}(\.\d+)?$/;

function isAmount(text: string): boolean {
  return LONGEST_AMOUNT.test(text) && parseYuan(text) !== null;
}

/**
 * A report with what staff write now: what they do not name stays, and a text or number that they empty is gone.
 *
 * @param input - one that rules took
 */
export function writtenWith(written: WrittenReport, input: ReportInput): WrittenReport {
  const texts = new Map(Object.entries(written.texts));
  for (const { heading, text } of input.texts ?? []) {
    if (isBlank(text)) texts.delete(heading);
    else texts.set(heading, text.trim());
  }
  const entered = new Map<string, number>(Object.entries(written.entered));
  for (const name of ENTERED_NUMBERS) {
    const count = input.entered?.[name];
    if (count === null) entered.delete(name);
    else if (count !== undefined) entered.set(name, count);
  }
  const { feesTenThousandYuan: fees } = input;
  return {
    texts: Object.fromEntries(texts),
    entered: Object.fromEntries(entered),
    feesTenThousandYuan: fees === undefined ? written.feesTenThousandYuan : fees === null ? null : parseYuan(fees),
  };
}

/** Every reason why a report is not published: its year is not over, or parts are missing. @see rules A1–A3, A8 */
export function publicationRefusals(year: number, written: WrittenReport, today: CivilDate): Refusal[] {
  const { last } = daysOfYear(year);
  const refusals: Refusal[] = [];
  if (today <= last) {
    refusals.push({ code: 'VALUE_IN_FUTURE', path: ['year'], expected: today, got: last, rules: ['A1'] });
  }
  for (const part of missingParts(written)) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', part], expected: part, rules: ['A2', 'A3', 'A8'] });
  }
  return refusals;
}
