import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { discussionRefusals, type MeetingInput } from '../../rules/decision/discussion.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { preparedDecision } from '../../store/decision/whole-decision.ts';
import { changeDecision, PUBLISHERS } from './change-decision.ts';

/**
 * Records the meeting that discussed a decision, and how many of the public attended it (列席).
 *
 * @throws Refused when not permitted, when there is no such decision, or when what must come before is not done
 * @see rules M2–M4, M6
 */
export async function recordDecisionMeeting(
  { id, input }: { readonly id: string; readonly input: MeetingInput },
  context: DocumentsContext,
): Promise<MajorDecision> {
  const today = civilDateOf(context.clock.now());
  return changeDecision(context, { id, roles: () => PUBLISHERS }, (decision) => {
    refuseIfAny(discussionRefusals(preparedDecision(decision), input, today));
    const { heldOn, publicRepresentatives, opinionsVoiced, opinionsAdopted } = input;
    const counted = { publicRepresentatives, opinionsVoiced, opinionsAdopted };
    const meeting = { issuerId: decision.issuerId, heldOn: toUtcMidnight(heldOn), ...counted };
    return { data: { stage: 'DISCUSSED', meeting: { create: meeting } }, step: { kind: 'DISCUSSED', on: heldOn } };
  });
}
