/**
 * The working calendar a second time, by another way and without a line in common with the first: days are numbers
 * counted by leap-year arithmetic of its own, working days are summed once over the whole range, and a deadline is
 * found by halving. It knows nothing of `Date`, of the shape of the hub's data, or of the hub's code.
 */

/** Day texts and nothing else: which are off, which are worked. */
export interface RawDays {
  readonly off: readonly string[];
  readonly worked: readonly string[];
  /** Years without which a count is provisional. */
  readonly years: readonly number[];
}

/** What the second calendar answers. */
export interface SecondAnswer {
  readonly on: string;
  readonly provisional: boolean;
}

const FIRST_YEAR = 1890;
const LAST_YEAR = 2120;
/** 1 January 1890 was a Wednesday; Monday is 0. */
const FIRST_WEEKDAY = 2;
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
}

/** The number of the first day of each year; day 0 is 1 January of the first. */
const STARTS: readonly number[] = (() => {
  const starts = [0];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1)
    starts.push((starts.at(-1) ?? 0) + (isLeap(year) ? 366 : 365));
  return starts;
})();

const DAYS = STARTS.at(-1) ?? 0;

function numberOf(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map((part) => parseInt(part, 10));
  let number = (STARTS[year - FIRST_YEAR] ?? NaN) + day - 1;
  for (let before = 1; before < month; before += 1) number += lengthOf(year, before);
  return number;
}

function lengthOf(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTHS[month - 1] ?? 0);
}

function yearIndex(number: number): number {
  return lowest(0, STARTS.length - 1, (index) => (STARTS[index + 1] ?? Infinity) > number);
}

function textOf(number: number): string {
  const index = yearIndex(number);
  const year = FIRST_YEAR + index;
  let [month, left] = [1, number - (STARTS[index] ?? 0)];
  while (left >= lengthOf(year, month)) {
    left -= lengthOf(year, month);
    month += 1;
  }
  return [year, month, left + 1].map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

/** The lowest whole number between two for which something holds that holds for all above it. */
function lowest(from: number, to: number, holds: (number: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Sums up a calendar once; the function that it gives answers any number of questions. */
export function secondCalendar({ off, worked, years }: RawDays) {
  const works = new Uint8Array(DAYS);
  for (let day = 0; day < DAYS; day += 1) works[day] = (day + FIRST_WEEKDAY) % 7 < 5 ? 1 : 0;
  for (const text of off) works[numberOf(text)] = 0;
  for (const text of worked) works[numberOf(text)] = 1;
  const sums = new Uint32Array(DAYS + 1);
  for (let day = 0; day < DAYS; day += 1) sums[day + 1] = (sums[day] ?? 0) + (works[day] ?? 0);
  const unpublished = new Uint32Array(STARTS.length);
  for (let index = 0; index < STARTS.length - 1; index += 1) {
    unpublished[index + 1] = (unpublished[index] ?? 0) + (years.includes(FIRST_YEAR + index) ? 0 : 1);
  }
  return (from: string, days: number, unit: 'WORKING_DAY' | 'CALENDAR_DAY'): SecondAnswer => {
    const start = numberOf(from);
    if (unit === 'CALENDAR_DAY' || days === 0) return { on: textOf(start + days), provisional: false };
    const wanted = (sums[start + 1] ?? 0) + days;
    const end = lowest(start, DAYS - 1, (day) => (sums[day + 1] ?? 0) >= wanted);
    const [first, last] = [yearIndex(start + 1), yearIndex(end)];
    return { on: textOf(end), provisional: (unpublished[last + 1] ?? 0) > (unpublished[first] ?? 0) };
  };
}
