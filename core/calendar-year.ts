import type { CivilDate } from './civil-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A day and the holiday that it belongs to, or that it makes up for; the name in Chinese, such as 国庆节. */
export interface NamedDay {
  readonly on: CivilDate;
  readonly name: string;
}

/**
 * What the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知) says of one year.
 *
 * A notice may bring days of the December before its year (元旦 is often taken from 30 or 31 December); those belong to
 * the year of the notice, not to the year that they lie in.
 */
export interface CalendarYear {
  readonly year: number;
  /** Days off (放假), weekend days among them included, in the order of the calendar. */
  readonly holidays: readonly NamedDay[];
  /** Weekend days that are worked in exchange (调休上班), in the order of the calendar. */
  readonly workdays: readonly NamedDay[];
}

/**
 * The calendar that several years make together. Where two notices speak of the same day, the later year's prevails:
 * it was written knowing the earlier one.
 *
 * @param years - in any order, each year at most once
 */
export function workingCalendarOf(years: readonly CalendarYear[]): WorkingCalendar {
  const holidays = new Map<string, string>();
  const makeUpDays = new Map<string, string>();
  for (const year of [...years].sort((one, other) => one.year - other.year)) {
    for (const { on, name } of year.holidays) {
      holidays.set(on, name);
      makeUpDays.delete(on);
    }
    for (const { on, name } of year.workdays) {
      makeUpDays.set(on, name);
      holidays.delete(on);
    }
  }
  return { holidays, makeUpDays, publishedYears: new Set(years.map(({ year }) => year)) };
}

/** The same year with its days in the order of the calendar and their names without spaces around them. */
export function tidyYear({ year, holidays, workdays }: CalendarYear): CalendarYear {
  return { year, holidays: tidyDays(holidays), workdays: tidyDays(workdays) };
}

/** Whether two tidy years say the same. */
export function isSameYear(one: CalendarYear, other: CalendarYear): boolean {
  return (
    one.year === other.year && isSameList(one.holidays, other.holidays) && isSameList(one.workdays, other.workdays)
  );
}

function tidyDays(days: readonly NamedDay[]): NamedDay[] {
  return days.map(({ on, name }) => ({ on, name: name.trim() })).sort((one, other) => (one.on < other.on ? -1 : 1));
}

function isSameList(some: readonly NamedDay[], others: readonly NamedDay[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ on, name }, index) => on === others[index]?.on && name === others[index].name)
  );
}
