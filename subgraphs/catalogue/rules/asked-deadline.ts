import { Fault } from '../../../core/fault.ts';
import type { TimeSpan } from '../../../core/working-calendar.ts';

/** The days from which anyone may have a deadline counted. */
export const ASKED_FROM = { first: '1900-01-01', last: '2100-12-31' } as const;
/** How many days anyone may have counted at most. */
export const MOST_ASKED_DAYS = 1_000;

/**
 * A time limit that anyone may have counted; what it costs is bounded.
 *
 * @throws Fault BAD_USER_INPUT for a day or a number of days out of bounds
 */
export function askedSpan(span: TimeSpan): TimeSpan {
  const { from, days } = span;
  const { first, last } = ASKED_FROM;
  if (from < first || from > last) {
    throw new Fault('BAD_USER_INPUT', `\`from\`: expected a day between ${first} and ${last}, got ${from}.`);
  }
  if (days < 0 || days > MOST_ASKED_DAYS) {
    throw new Fault('BAD_USER_INPUT', `\`days\`: expected 0 to ${MOST_ASKED_DAYS} days, got ${days}.`);
  }
  return span;
}
