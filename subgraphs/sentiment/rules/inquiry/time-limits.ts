import { addDays, civilDateOf, startOfDay, type CivilDate } from '../../../../core/civil-date.ts';
import { deadlineOf, type TimeUnit, type WorkingCalendar } from '../../../../core/working-calendar.ts';
import type { InquiryKind } from './inquiry-kinds.ts';

/** What is owed to whoever asked, or may be done until then, each by its own clock. */
export const INQUIRY_CLOCKS = [
  'REPLY',
  'PETITION_NOTICE',
  'PETITION_OBJECTION',
  'PETITION_DECISION',
  'PETITION_REVIEW',
  'PETITION_RE_REVIEW',
] as const;
export type InquiryClockKind = (typeof INQUIRY_CLOCKS)[number];

/** How long a clock of an inquiry runs, and which rules say so. */
export interface TimeLimit {
  readonly kind: InquiryClockKind;
  readonly days: number;
  readonly unit: TimeUnit;
  readonly rules: readonly string[];
}

/** A reply to what is asked, complained of or suggested. @see rules P8, P9 */
const REPLY: TimeLimit = { kind: 'REPLY', days: 5, unit: 'WORKING_DAY', rules: ['P8', 'P9'] };
/** A reply to a simple question (简单问题). @see rule P8 */
const SIMPLE_REPLY: TimeLimit = { ...REPLY, days: 1, rules: ['P8'] };
/** A fault of the website (“我为政府网站找错”) is dealt with. @see rule P11 */
const FAULT_REPLY: TimeLimit = { ...REPLY, days: 3, rules: ['P11'] };
/** A reply after the matter was sent back (退回重办). @see rule P9 */
export const REWORK_REPLY: TimeLimit = { ...REPLY, rules: ['P9'] };

/** Calendar days by which whoever petitions is told whether the petition is accepted (告知). */
const PETITION_NOTICE: TimeLimit = petition('PETITION_NOTICE', 15);
/** Working days in which an office that a petition was forwarded to may object (转送异议). */
export const PETITION_OBJECTION: TimeLimit = { ...petition('PETITION_OBJECTION', 5), unit: 'WORKING_DAY' };
/** From acceptance to the decision (办结). */
export const PETITION_DECISION: TimeLimit = petition('PETITION_DECISION', 60);
/** From the request to the outcome of a review (复查). */
export const PETITION_REVIEW: TimeLimit = petition('PETITION_REVIEW', 30);
/** From the request to the outcome of a re-review (复核). */
export const PETITION_RE_REVIEW: TimeLimit = petition('PETITION_RE_REVIEW', 30);

function petition(kind: InquiryClockKind, days: number): TimeLimit {
  return { kind, days, unit: 'CALENDAR_DAY', rules: ['P10'] };
}

/**
 * The time limit that begins with the receipt of an inquiry.
 *
 * @see rules P8–P11
 */
export function limitAtReceipt(kind: InquiryKind, isSimple: boolean): TimeLimit {
  if (kind === 'PETITION') return PETITION_NOTICE;
  if (isSimple) return SIMPLE_REPLY;
  return kind === 'WEBSITE_FAULT' ? FAULT_REPLY : REPLY;
}

/** When a clock that counts days ends. */
export interface ClockEnd {
  /** The last instant that is on time: the last one of a civil day in Asia/Shanghai. */
  readonly dueAt: Date;
  /** True when the count leans on a year whose calendar is not published. */
  readonly isProvisional: boolean;
}

/**
 * When so many days that began at an instant are over. The civil day of the beginning is not counted, whatever the hour,
 * and the last one is counted to its end.
 *
 * @see 民法典 第二百零一条、第二百零三条
 */
export function clockEnd(
  startedAt: Date,
  { days, unit }: Pick<TimeLimit, 'days' | 'unit'>,
  calendar: WorkingCalendar,
): ClockEnd {
  const { on, provisional } = deadlineOf({ from: civilDateOf(startedAt), days, unit }, calendar);
  return { dueAt: endOfDay(on), isProvisional: provisional };
}

/** The last instant of a civil day in Asia/Shanghai. */
function endOfDay(on: CivilDate): Date {
  return new Date(startOfDay(addDays(on, 1)).getTime() - 1);
}

/** A clock as it is set when a time limit begins. */
export interface StartedLimit extends TimeLimit, ClockEnd {
  readonly startedAt: Date;
}

/** The clock of a time limit that begins at an instant. */
export function startedLimit(limit: TimeLimit, startedAt: Date, calendar: WorkingCalendar): StartedLimit {
  return { ...limit, startedAt, ...clockEnd(startedAt, limit, calendar) };
}
