import { civilDateOf, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { handInRefusals } from '../../rules/decision/legality-review.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { preparedDecision } from '../../store/decision/whole-decision.ts';
import { changeDecision, WRITERS } from './change-decision.ts';

/**
 * Notes that the draft of a decision was handed in for the review of its legality (合法性审查); after an opinion that it is
 * unlawful, again.
 *
 * @throws Refused when not permitted, when there is no such decision, or when what comes before is not done
 * @see rules M2–M4
 */
export async function handInForLegalityReview(
  { id, on }: { readonly id: string; readonly on: CivilDate },
  context: DocumentsContext,
): Promise<MajorDecision> {
  const today = civilDateOf(context.clock.now());
  return changeDecision(context, { id, roles: () => WRITERS }, (decision) => {
    refuseIfAny(handInRefusals(preparedDecision(decision), on, today));
    const round = decision.legalityReviews.length + 1;
    return {
      data: { legalityReviews: { create: [{ round, handedInOn: toUtcMidnight(on) }] } },
      step: { kind: 'LEGALITY_HANDED_IN', on },
    };
  });
}
