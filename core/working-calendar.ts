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

/** Which days a time limit counts: working days (工作日), or all (自然日). */
export const TIME_UNITS = ['WORKING_DAY', 'CALENDAR_DAY'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** Why a time limit stands still although days are worked. */
export const PAUSE_REASONS = ['CORRECTION', 'CONSULTATION', 'FEE', 'DELAY'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Why a day is worked or not, or why a worked day is not counted. */
export const DAY_REASONS = ['WORKING_DAY', 'MAKE_UP_DAY', 'HOLIDAY', 'WEEKEND', ...PAUSE_REASONS] as const;
export type DayReason = (typeof DAY_REASONS)[number];

/** A stretch of days in which a time limit stands still. */
export interface Pause {
  readonly why: PauseReason;
  /** The first and the last day that are not counted; none when the last lies before the first. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** What is waited for, in Chinese. */
  readonly note: string;
}

/** One day of the way to a deadline. */
export interface TracedDay {
  readonly on: CivilDate;
  /** Whether the time limit counts it; one in calendar days counts every day. */
  readonly counted: boolean;
  readonly why: DayReason;
  /**
   * The holiday that it belongs to, or that it makes up for, or what a time limit that stands still waits for; in
   * Chinese; null for every other day.
   */
  readonly note: string | null;
  /**
   * True when the day may yet count otherwise: its year has no published calendar. Never for a time limit in calendar
   * days, which no calendar moves.
   */
  readonly provisional: boolean;
}

/** The last day on which something is on time. */
export interface Deadline {
  readonly on: CivilDate;
  /** True when the count leans on a year whose calendar is not published; the day may move when it is. */
  readonly provisional: boolean;
}

/** A time limit that runs: from which day, which is not counted itself, and for how many days of which kind. */
export interface TimeSpan {
  readonly from: CivilDate;
  /** 0 or more. */
  readonly days: number;
  readonly unit: TimeUnit;
}

/** A time limit together with the last day on which it is kept. */
export interface RunningDeadline extends TimeSpan, Deadline {}

/**
 * Every day from the one after `from` to the last of `days` days, counted or not, and why. The day that starts a time
 * limit is not counted; with 0 days there is nothing to show. A day that would be counted is not while the time limit
 * stands still; of overlapping pauses the first one given is told.
 *
 * @see 民法典 第二百零一条
 */
export function traceDays(
  { from, days, unit }: TimeSpan,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): readonly TracedDay[] {
  const trace: TracedDay[] = [];
  for (let on = from, left = days; left > 0;) {
    on = addDays(on, 1);
    const day = paused(traced(on, unit, calendar), pauses);
    trace.push(day);
    if (day.counted) left -= 1;
  }
  return trace;
}

/** The day on which a time limit ends; `from` itself when there are 0 days. It ends where its trace ends. */
export function deadlineOf(span: TimeSpan, calendar: WorkingCalendar): Deadline {
  if (span.unit === 'CALENDAR_DAY') return { on: addDays(span.from, span.days), provisional: false };
  const trace = traceDays(span, calendar);
  return { on: trace.at(-1)?.on ?? span.from, provisional: trace.some((day) => day.provisional) };
}

/** The day on which a time limit of so many working days ends; `from` itself when `days` is 0. */
export function addWorkingDays(from: CivilDate, days: number, calendar: WorkingCalendar): Deadline {
  return deadlineOf({ from, days, unit: 'WORKING_DAY' }, calendar);
}

function paused(day: TracedDay, pauses: readonly Pause[]): TracedDay {
  if (!day.counted) return day;
  const pause = pauses.find(({ from, until }) => from <= day.on && day.on <= until);
  return pause === undefined ? day : { ...day, counted: false, why: pause.why, note: pause.note };
}

function traced(on: CivilDate, unit: TimeUnit, calendar: WorkingCalendar): TracedDay {
  const [why, note] = reasonOf(on, calendar);
  if (unit === 'CALENDAR_DAY') return { on, counted: true, why, note, provisional: false };
  const counted = why === 'WORKING_DAY' || why === 'MAKE_UP_DAY';
  return { on, counted, why, note, provisional: !calendar.publishedYears.has(yearOf(on)) };
}

/** Any day, as a time limit in working days sees it. */
export function dayOf(on: CivilDate, calendar: WorkingCalendar): TracedDay {
  return traced(on, 'WORKING_DAY', calendar);
}

/** Whether a day is worked, why, and for which holiday. What a notice says goes before the days of the week. */
function reasonOf(on: CivilDate, calendar: WorkingCalendar): readonly [DayReason, string | null] {
  const madeUpFor = calendar.makeUpDays.get(on);
  if (madeUpFor !== undefined) return ['MAKE_UP_DAY', madeUpFor];
  const holiday = calendar.holidays.get(on);
  if (holiday !== undefined) return ['HOLIDAY', holiday];
  const weekday = dayOfWeek(on);
  return [weekday === 0 || weekday === 6 ? 'WEEKEND' : 'WORKING_DAY', null];
}
