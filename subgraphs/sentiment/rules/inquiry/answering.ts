import type { Refusal } from '../../../../core/refusal.ts';
import type { InquiryKind } from './inquiry-kinds.ts';
import { isReviewOpen } from './petition.ts';
import type { InquiryStanding } from './standing.ts';

/** An inquiry as far as it decides whether it can be answered. */
export interface Answerable {
  readonly kind: InquiryKind;
  readonly isSimple: boolean;
}

/**
 * Every step that is missing before an inquiry is answered: an office has it in hand, unless the question is simple and
 * answered on the spot; a petition was accepted. While a review is open its outcome is the answer.
 *
 * @see rules P7, P8, P10
 */
export function answeringRefusals({ kind, isSimple }: Answerable, standing: InquiryStanding): Refusal[] {
  const refusals: Refusal[] = [];
  const missing = (expected: string, rule: string) =>
    refusals.push({ code: 'STEP_MISSING', path: ['id'], expected, rules: [rule] });
  if (standing.offices.length === 0 && !isSimple) missing('ASSIGNED', 'P7');
  if (kind === 'PETITION' && standing.acceptedAt === null) missing('ACCEPTED', 'P10');
  if (isReviewOpen(standing)) missing('REVIEW_DECIDED', 'P10');
  return refusals;
}
