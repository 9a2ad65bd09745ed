import { civilDateOf } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { feedbackRefusals, type FeedbackInput } from '../../rules/decision/outcome.ts';
import { trimmed } from '../../rules/required-text.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { preparedDecision } from '../../store/decision/whole-decision.ts';
import { changeDecision, PUBLISHERS } from './change-decision.ts';

/**
 * Publishes the answer to the public: how many opinions were collected and adopted, and why others were not.
 *
 * @throws Refused when not permitted, when there is no such decision, when it was not made, or for what rules refuse
 * @see rule M5
 */
export async function publishDecisionFeedback(
  { id, input }: { readonly id: string; readonly input: FeedbackInput },
  context: DocumentsContext,
): Promise<MajorDecision> {
  const now = context.clock.now();
  return changeDecision(context, { id, roles: () => PUBLISHERS }, (decision) => {
    refuseIfAny(feedbackRefusals(preparedDecision(decision), input));
    const data = {
      stage: 'FEEDBACK',
      feedbackPublishedAt: now,
      opinionsCollected: input.opinionsCollected,
      opinionsAdopted: input.opinionsAdopted,
      notAdoptedReasons: trimmed(input.notAdoptedReasons),
    } as const;
    return { data, step: { kind: 'FEEDBACK_PUBLISHED', on: civilDateOf(now) } };
  });
}
