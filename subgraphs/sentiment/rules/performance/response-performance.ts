import { startOfDay, type CivilDate } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';

/** How many events were answered in time, and how many not. An answer at the due instant is on time. */
export interface ResponseTally {
  /** Those that were judged: what is not judged yet has no deadline and counts nowhere. */
  readonly events: number;
  readonly respondedOnTime: number;
  readonly respondedLate: number;
  /** Not answered yet. */
  readonly open: number;
  /** Those of the open ones that are past their due instant. */
  readonly overdue: number;
  /** Hours from detection to the first answer; null when none was answered. */
  readonly medianHoursToRespond: number | null;
}

/** What became of an event or an inquiry by now; what is overdue is open too. */
export const RESPONSE_OUTCOMES = ['ON_TIME', 'LATE', 'OPEN', 'OVERDUE'] as const;
export type ResponseOutcome = (typeof RESPONSE_OUTCOMES)[number];

/** Days, both included, by which matters are counted: the day of detection or receipt in Asia/Shanghai. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The same as instants: from the first on, before the second. */
export interface Instants {
  readonly since: Date;
  readonly before: Date;
}

/**
 * Of all matters whose outcome is known (answered, or unanswered past the due instant), the share answered on time;
 * null when there are none. What is unanswered and still within its time counts neither way.
 *
 * @see rules P1, P7
 */
export function onTimeRate(tally: Pick<ResponseTally, 'respondedOnTime' | 'respondedLate' | 'overdue'>): number | null {
  const known = tally.respondedOnTime + tally.respondedLate + tally.overdue;
  return known === 0 ? null : tally.respondedOnTime / known;
}

/**
 * The instants from which and before which matters of a period came up.
 *
 * @throws Fault BAD_USER_INPUT when the period ends before it begins
 */
export function instantsOf({ from, to }: Period): Instants {
  if (from > to) throw new Fault('BAD_USER_INPUT', `Expected \`to\` on or after \`from\` (${from}), got ${to}.`);
  const since = Math.max(startOfDay(from).getTime(), EARLIEST);
  return { since: new Date(since), before: new Date(startOfDay(to).getTime() + DAY_MS) };
}

/** The year 1 begins eight hours earlier in Shanghai, in a year 0 that databases do not have. */
const EARLIEST = Date.parse('0001-01-01T00:00:00.000Z');
const DAY_MS = 86_400_000;
