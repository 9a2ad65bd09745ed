import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { opinionRefusals, type OpinionInput } from '../../rules/decision/legality-review.ts';
import { trimmed } from '../../rules/required-text.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { preparedDecision } from '../../store/decision/whole-decision.ts';
import { changeDecision, WRITERS } from './change-decision.ts';

/**
 * Records the opinion on the legality of a draft that was handed in.
 *
 * @throws Refused when not permitted, when there is no such decision, when nothing was handed in, or when the review had
 *   less than 7 working days without a reason
 * @see rule M3
 */
export async function recordLegalityOpinion(
  { id, input }: { readonly id: string; readonly input: OpinionInput },
  context: DocumentsContext,
): Promise<MajorDecision> {
  const today = civilDateOf(context.clock.now());
  const calendar = await context.calendar();
  return changeDecision(context, { id, roles: () => WRITERS }, (decision) => {
    refuseIfAny(opinionRefusals(preparedDecision(decision), input, { today, calendar }));
    const round = decision.legalityReviews.length;
    const data = {
      opinionOn: toUtcMidnight(input.on),
      opinion: input.opinion,
      note: trimmed(input.note),
      shorteningReason: trimmed(input.shorteningReason),
    };
    return {
      data: { legalityReviews: { update: [{ where: { decisionId_round: { decisionId: id, round } }, data }] } },
      step: { kind: 'LEGALITY_REVIEWED', on: input.on },
    };
  });
}
