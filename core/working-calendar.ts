import { addDays, dayOfWeek, yearOf, type CivilDate } from './civil-date.ts';

/** Which days are worked in China: public holidays, and the weekend days worked in their place (调休). */
export interface WorkingCalendar {
  /** Days off that would else be worked, with the holiday's name. */
  readonly holidays: ReadonlyMap<string, string>;
  /** Weekend days that are worked, with the holiday they make up for. */
  readonly makeUpDays: ReadonlyMap<string, string>;
  /** The years whose holidays the State Council has published. */
  readonly publishedYears: ReadonlySet<number>;
}

/** Why a day counts or does not. */
export type DayReason = 'WORKING_DAY' | 'MAKE_UP_DAY' | 'HOLIDAY' | 'WEEKEND';

/** One day of the way to a deadline. */
export interface TracedDay {
  readonly on: CivilDate;
  readonly counted: boolean;
  readonly why: DayReason;
  /** True when the day's year has no published calendar, so that a holiday may yet be declared. */
  readonly provisional: boolean;
}

/** The last day on which something is on time. */
export interface Deadline {
  readonly on: CivilDate;
  /** True when the count leans on a year whose calendar is not published; the day may move when it is. */
  readonly provisional: boolean;
}

/** Whether a day is worked, and why. Make-up days go before holidays, these before the days of the week. */
function dayReason(on: CivilDate, calendar: WorkingCalendar): DayReason {
  if (calendar.makeUpDays.has(on)) return 'MAKE_UP_DAY';
  if (calendar.holidays.has(on)) return 'HOLIDAY';
  const weekday = dayOfWeek(on);
  return weekday === 0 || weekday === 6 ? 'WEEKEND' : 'WORKING_DAY';
}

/**
 * Every day from the one after `from` to the last of `days` working days. The day that starts a time limit is not
 * counted.
 *
 * @param days - how many working days, 0 or more
 * @see 民法典 第二百零一条
 */
function traceWorkingDays(from: CivilDate, days: number, calendar: WorkingCalendar): readonly TracedDay[] {
  const trace: TracedDay[] = [];
  for (let on = from, left = days; left > 0;) {
    on = addDays(on, 1);
    const why = dayReason(on, calendar);
    const counted = why === 'WORKING_DAY' || why === 'MAKE_UP_DAY';
    trace.push({ on, counted, why, provisional: !calendar.publishedYears.has(yearOf(on)) });
    if (counted) left -= 1;
  }
  return trace;
}

/** The day on which a time limit of so many working days ends; `from` itself when `days` is 0. */
export function addWorkingDays(from: CivilDate, days: number, calendar: WorkingCalendar): Deadline {
  const trace = traceWorkingDays(from, days, calendar);
  return { on: trace.at(-1)?.on ?? from, provisional: trace.some((day) => day.provisional) };
}
