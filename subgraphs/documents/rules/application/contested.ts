import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { dayRefusals } from './days.ts';

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
 * Why a reconsideration or a lawsuit is not noted: its days do not fit, or a lawsuit is called direct although there was
 * a reconsideration, or the other way round.
 *
 * @param others - the kinds that are noted of the application already
 * @see rule A7
 */
export function contestRefusals(
  { kind, filedOn, outcome, decidedOn }: Contest,
  others: readonly ApplicationReviewKind[],
  { receivedOn, today }: { readonly receivedOn: CivilDate; readonly today: CivilDate },
): Refusal[] {
  const rules = ['A7'];
  const refusals = dayRefusals(['filedOn'], filedOn, { from: receivedOn, today }, rules);
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
