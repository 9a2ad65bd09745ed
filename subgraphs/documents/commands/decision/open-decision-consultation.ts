import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { consultationRefusals, type ConsultationInput } from '../../rules/decision/consultation.ts';
import { trimmed } from '../../rules/required-text.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { preparedDecision, readableKinds } from '../../store/decision/whole-decision.ts';
import { changeDecision, PUBLISHERS } from './change-decision.ts';

/**
 * Opens the consultation of the public (公开征求意见) on the draft of a decision.
 *
 * @throws Refused when not permitted, when there is no such decision, or for what rules refuse
 * @see rules M1, M2, M7
 */
export async function openDecisionConsultation(
  { id, input }: { readonly id: string; readonly input: ConsultationInput },
  context: DocumentsContext,
): Promise<MajorDecision> {
  const today = civilDateOf(context.clock.now());
  return changeDecision(context, { id, roles: () => PUBLISHERS }, async (decision, tx) => {
    const readable = await readableKinds(tx, decision);
    refuseIfAny(consultationRefusals({ ...preparedDecision(decision), readable }, input, today));
    const data = {
      stage: 'CONSULTATION' as const,
      consultationOpensOn: toUtcMidnight(input.opensOn),
      consultationClosesOn: toUtcMidnight(input.closesOn),
      shorteningReason: trimmed(input.shorteningReason),
      consultationChannels: [...new Set(input.channels)],
    };
    return { data, step: { kind: 'CONSULTATION_OPENED', on: input.opensOn } };
  });
}
