import { refuseIfAny } from '../../../../core/refusal.ts';
import { opinionEventChanged } from '../../events.ts';
import { stepRefusals } from '../../rules/opinion/allowed-steps.ts';
import { assignmentKind, forwardingRefusals } from '../../rules/opinion/forwarding.ts';
import type { OpinionEvent, SentimentContext } from '../../store/database.ts';
import { addSteps, stepsWithin } from '../../store/opinion/steps.ts';
import { keptProof, proofRefusals, type GivenProof } from './given-proof.ts';
import { clocksOf, handleEvent } from './handled-event.ts';
import { unknownInstitution } from './known-institution.ts';

interface AssignInput extends GivenProof {
  readonly office: string;
}

/**
 * Gives an opinion event to the office that must answer: the first one takes it in hand (领办), to every further one it is
 * forwarded (转办), at most as often as the hub is configured with. Its running clocks are handed over as they stand; they
 * are not set anew.
 *
 * @throws Refused when not permitted, not judged, closed, with the office already, or forwarded too often
 * @see rules P4, P5, P7
 */
export function assignOpinionEvent(
  { id, input }: { readonly id: string; readonly input: AssignInput },
  context: SentimentContext,
): Promise<OpinionEvent> {
  const { office } = input;
  return handleEvent(context, { id, roles: ['EDITOR', 'PUBLISHER'] }, async (handled) => {
    const { tx, record, event, now, by } = handled;
    const steps = (await stepsWithin(tx, id)).map(({ kind }) => kind);
    const placed = { responsibleId: event.responsibleId, steps };
    refuseIfAny([
      ...stepRefusals('assign', event, ['id']),
      ...(await unknownInstitution(tx, ['input', 'office'], office)),
      ...forwardingRefusals(placed, office, context.handling.mostForwardings),
      ...proofRefusals(input),
    ]);
    const clocks = await clocksOf(handled, context);
    await clocks.handOver(office);
    await addSteps(tx, id, [{ kind: assignmentKind(steps), at: now, by, officeId: office, ...keptProof(input) }]);
    const assigned = await tx.opinionEvent.update({ where: { id }, data: { responsibleId: office } });
    record(opinionEventChanged('REVISED', assigned, now));
    return assigned;
  });
}
