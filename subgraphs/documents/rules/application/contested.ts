import { addDays, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { WorkingCalendar } from '../../../../core/working-calendar.ts';
import { applicationClock } from './clock.ts';
import { dayRefusals } from './days.ts';
import type { Standing } from './standing.ts';

/** How an applicant contests: before the superior authority, or in court without or after that. @see rule A7 */
export const APPLICATION_REVIEW_KINDS = [
  'RECONSIDERATION',
  'DIRECT_LITIGATION',
  'LITIGATION_AFTER_RECONSIDERATION',
] as const;
export type ApplicationReviewKind = (typeof APPLICATION_REVIEW_KINDS)[number];

/** What came of it, in the columns of the annual report. @see rule A7 */
export const APPLICATION_REVIEW_OUTCOMES = ['UPHELD', 'CORRECTED', 'OTHER', 'PENDING'] as const;
export type ApplicationReviewOutcome = (typeof APPLICATION_REVIEW_OUTCOMES)[number];

/** A reconsideration (行政复议) or a lawsuit (行政诉讼) over an application. */
export interface Contest {
  readonly kind: ApplicationReviewKind;
  readonly filedOn: CivilDate;
  readonly outcome: ApplicationReviewOutcome;
  /** Null while it is pending. */
  readonly decidedOn: CivilDate | null;
}

/**
 * The first day on which an application is contested: that of the answer, or the one after the last day for an answer
 * that had not come by then; null while there is neither.
 *
 * @see rule A7
 */
export function contestableFrom(
  receivedOn: CivilDate,
  standing: Standing,
  calendar: WorkingCalendar,
): CivilDate | null {
  const { answerDueOn } = applicationClock(receivedOn, standing, calendar);
  const answeredOn = standing.answer?.on ?? null;
  const overdueOn = answerDueOn && addDays(answerDueOn, 1);
  if (answeredOn === null || overdueOn === null) return answeredOn ?? overdueOn;
  return answeredOn < overdueOn ? answeredOn : overdueOn;
}

/** What is noted of an application already. */
export interface KnownContests {
  /** The kinds beside the one at hand. */
  readonly others: readonly ApplicationReviewKind[];
  /** What came of the one at hand; null when it is new. */
  readonly before: ApplicationReviewOutcome | null;
}

/**
 * Why a reconsideration or a lawsuit is not noted: there is nothing to contest yet, its days do not fit, what was decided
 * is called pending again, or a lawsuit is called direct although there was
 * a reconsideration, or the other way round.
 *
 * @param from - the first day to contest on, as {@link contestableFrom} says it
 * @see rule A7
 */
export function contestRefusals(
  { kind, filedOn, outcome, decidedOn }: Contest,
  { others, before }: KnownContests,
  { from, today }: { readonly from: CivilDate | null; readonly today: CivilDate },
): Refusal[] {
  const rules = ['A7'];
  const refusals = dayRefusals(['filedOn'], filedOn, { from: from ?? filedOn, today }, rules);
  if (from === null) refusals.push({ code: 'STEP_MISSING', path: ['id'], expected: 'ANSWERED', rules });
  if (outcome === 'PENDING' && before !== null && before !== 'PENDING') {
    const expected = 'UPHELD | CORRECTED | OTHER';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['outcome'], expected, got: outcome, rules });
  }
  if ((decidedOn === null) !== (outcome === 'PENDING')) {
    refusals.push({ code: 'OUTCOME_NEEDS_DAY', path: ['decidedOn'], rules });
  }
  if (decidedOn !== null) refusals.push(...dayRefusals(['decidedOn'], decidedOn, { from: filedOn, today }, rules));
  const clash = CLASHES[kind];
  if (clash.some((other) => others.includes(other)) || (kind === AFTER && !others.includes('RECONSIDERATION'))) {
    const expected = others.includes('RECONSIDERATION') ? AFTER : 'DIRECT_LITIGATION';
    refusals.push({ code: 'LITIGATION_NOT_FITTING', path: ['kind'], expected, rules });
  }
  return refusals;
}

const AFTER = 'LITIGATION_AFTER_RECONSIDERATION';

/** What an application can not have beside each kind. */
const CLASHES: Readonly<Record<ApplicationReviewKind, readonly ApplicationReviewKind[]>> = {
  RECONSIDERATION: ['DIRECT_LITIGATION'],
  DIRECT_LITIGATION: ['RECONSIDERATION', AFTER],
  LITIGATION_AFTER_RECONSIDERATION: ['DIRECT_LITIGATION'],
};
