import { refuseIfAny } from '../../../../core/refusal.ts';
import { stepRefusals } from '../../rules/opinion/allowed-steps.ts';
import { LONGEST, requiredText } from '../../rules/opinion/opinion-input.ts';
import type { OpinionEvent, SentimentContext } from '../../store/database.ts';
import { addSteps } from '../../store/opinion/steps.ts';
import { keptProof, proofRefusals, type GivenProof } from './given-proof.ts';
import { handleEvent } from './handled-event.ts';

interface SuperviseInput extends GivenProof {
  readonly note: string;
}

/**
 * Urges the office that must answer an opinion event (督办); as often as need be. The public state does not change.
 *
 * @throws Refused when not permitted, not judged, or closed
 * @see rules P5, P7
 */
export function superviseOpinionEvent(
  { id, input }: { readonly id: string; readonly input: SuperviseInput },
  context: SentimentContext,
): Promise<OpinionEvent> {
  const roles = ['EDITOR', 'REVIEWER', 'PUBLISHER', 'OPERATOR'] as const;
  return handleEvent(context, { id, roles }, async ({ tx, event, now, by }) => {
    refuseIfAny([
      ...stepRefusals('supervise', event, ['id']),
      ...requiredText(['input', 'note'], input.note, LONGEST.note),
      ...proofRefusals({ evidence: input.evidence }),
    ]);
    const { responsibleId: officeId } = event;
    await addSteps(tx, id, [{ kind: 'SUPERVISED', at: now, by, officeId, ...keptProof(input) }]);
    return event;
  });
}
