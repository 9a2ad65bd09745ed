import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { InquiryKind } from './inquiry-kinds.ts';
import { reviewRequestDay } from './petition.ts';
import type { InquiryStanding } from './standing.ts';

/** An answered inquiry as far as it decides whether it can be closed. */
export interface Closable {
  readonly kind: InquiryKind;
  readonly isSatisfied: boolean | null;
}

/**
 * Every reason why an answered inquiry is not closed. Whoever is not satisfied has it done again once; after that it may be
 * closed whatever they say. A petition stays open for as long as a review can be asked for, unless whoever petitions is
 * satisfied.
 *
 * @see rules P7, P9, P10
 */
export function closingRefusals(
  { kind, isSatisfied }: Closable,
  standing: InquiryStanding,
  today: CivilDate,
): Refusal[] {
  if (kind !== 'PETITION') return isReworkAwaited(isSatisfied, standing) ? [REWORK_AWAITED] : [];
  const lastDay = reviewRequestDay(standing);
  if (isSatisfied === true || lastDay === null || today > lastDay) return [];
  return [{ code: 'REVIEW_STILL_POSSIBLE', path: ['id'], expected: lastDay, got: today, rules: ['P10'] }];
}

/** Whether an answer that did not satisfy waits to be done again (退回重办). @see rule P9 */
function isReworkAwaited(isSatisfied: boolean | null, { round }: Pick<InquiryStanding, 'round'>): boolean {
  return isSatisfied === false && round === 1;
}

const REWORK_AWAITED: Refusal = { code: 'REWORK_AWAITED', path: ['id'], rules: ['P9'] };

/** Why an inquiry is not done again: nobody said that the answer did not satisfy. @see rule P9 */
export function reworkRefusals(isSatisfied: boolean | null): Refusal[] {
  if (isSatisfied === false) return [];
  return [{ code: 'STEP_MISSING', path: ['id'], expected: 'RATED (isSatisfied: false)', rules: ['P9'] }];
}
