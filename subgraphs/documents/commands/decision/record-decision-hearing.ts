import { civilDateOf, fromUtcMidnight, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { hearingRefusals, type HearingInput } from '../../rules/decision/preparation.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { preparedDecision } from '../../store/decision/whole-decision.ts';
import { changeDecision, WRITERS } from './change-decision.ts';

/**
 * Records a hearing (听证会) on the draft of a decision.
 *
 * @throws Refused when not permitted, when there is no such decision, or when the materials came less than 7 days before
 * @see rule M3
 */
export async function recordDecisionHearing(
  { id, input }: { readonly id: string; readonly input: HearingInput },
  context: DocumentsContext,
): Promise<MajorDecision> {
  const today = civilDateOf(context.clock.now());
  return changeDecision(context, { id, roles: () => WRITERS }, (decision) => {
    const heldOn = decision.hearings.map((hearing) => fromUtcMidnight(hearing.heldOn));
    refuseIfAny(hearingRefusals({ ...preparedDecision(decision), heldOn }, input, today));
    const hearing = {
      heldOn: toUtcMidnight(input.heldOn),
      materialsDeliveredOn: toUtcMidnight(input.materialsDeliveredOn),
      participants: input.participants,
    };
    return { data: { hearings: { create: [hearing] } }, step: { kind: 'HEARING_HELD', on: input.heldOn } };
  });
}
