import type { CalendarYear, NamedDay } from '../../../core/calendar-year.ts';
import { civilDate, dayOfWeek, type CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';

/** The years that the working calendar takes; before 2004 holidays were not published day by day. */
export const CALENDAR_YEARS = { first: 2004, last: 2100 } as const;
/** How many days one list of a year takes at most. */
export const MOST_DAYS = 100;
/** How long the name of a holiday is at most, in characters. */
export const LONGEST_NAME = 50;

type List = 'holidays' | 'workdays';
const LISTS: readonly List[] = ['holidays', 'workdays'];

/**
 * Why a year of the working calendar is not taken. Its days lie between 1 December of the year before and 31 January
 * of the year after; make-up days are Saturdays and Sundays; each has a name and stands once.
 */
export function calendarRefusals(input: CalendarYear): Refusal[] {
  const { year, holidays } = input;
  const refusals: Refusal[] = [];
  if (year < CALENDAR_YEARS.first || year > CALENDAR_YEARS.last) {
    const expected = `${CALENDAR_YEARS.first}–${CALENDAR_YEARS.last}`;
    refusals.push({ code: 'YEAR_OUT_OF_RANGE', path: ['input', 'year'], expected, got: String(year) });
  }
  if (holidays.length === 0)
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'holidays'], expected: 'holidays' });
  return [...refusals, ...LISTS.flatMap((list) => listRefusals(list, input)), ...contradictions(input)];
}

function listRefusals(list: List, input: CalendarYear): Refusal[] {
  const days = input[list];
  if (days.length > MOST_DAYS) {
    const path = ['input', list];
    return [{ code: 'TOO_MANY_VALUES', path, expected: String(MOST_DAYS), got: String(days.length) }];
  }
  const first = new Map<string, number>();
  return days.flatMap((day, index) => {
    const path = ['input', list, String(index)];
    const isRepeated = first.has(day.on);
    first.set(day.on, index);
    return [
      ...nameRefusals(day.name, [...path, 'name']),
      ...rangeRefusals(day.on, input.year, [...path, 'on']),
      ...(isRepeated ? [{ code: 'DAY_REPEATED', path: [...path, 'on'], got: day.on } as const] : []),
      ...(list === 'workdays' ? weekdayRefusals(day.on, [...path, 'on']) : []),
    ];
  });
}

function nameRefusals(name: string, path: readonly string[]): Refusal[] {
  if (name.trim() === '') return [{ code: 'VALUE_MISSING', path, expected: 'name' }];
  const length = Array.from(name.trim()).length;
  if (length <= LONGEST_NAME) return [];
  return [{ code: 'VALUE_TOO_LONG', path, expected: String(LONGEST_NAME), got: String(length) }];
}

/** A year out of range is told of once, not with every day. */
function rangeRefusals(on: CivilDate, year: number, path: readonly string[]): Refusal[] {
  if (year < CALENDAR_YEARS.first || year > CALENDAR_YEARS.last) return [];
  const [from, to] = [civilDate(`${year - 1}-12-01`), civilDate(`${year + 1}-01-31`)];
  return from <= on && on <= to ? [] : [{ code: 'DAY_OUT_OF_RANGE', path, expected: `${from} – ${to}`, got: on }];
}

function weekdayRefusals(on: CivilDate, path: readonly string[]): Refusal[] {
  const weekday = dayOfWeek(on);
  return weekday === 0 || weekday === 6 ? [] : [{ code: 'MAKE_UP_DAY_NOT_WEEKEND', path, got: on }];
}

function contradictions({ holidays, workdays }: CalendarYear): Refusal[] {
  const off = new Set<string>(holidays.slice(0, MOST_DAYS).map(({ on }) => on));
  return workdays.slice(0, MOST_DAYS).flatMap(({ on }: NamedDay, index) => {
    const path = ['input', 'workdays', String(index), 'on'];
    return off.has(on) ? [{ code: 'DAY_CONTRADICTORY', path, got: on } as const] : [];
  });
}
