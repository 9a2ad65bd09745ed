import { refuseIfAny } from '../../../../core/refusal.ts';
import { opinionEventChanged } from '../../events.ts';
import { stepRefusals } from '../../rules/opinion/allowed-steps.ts';
import { closingRefusals } from '../../rules/opinion/closing.ts';
import { eventStage } from '../../rules/opinion/event-stage.ts';
import type { OpinionEvent, SentimentContext } from '../../store/database.ts';
import { addSteps, stepsWithin } from '../../store/opinion/steps.ts';
import { clocksOf, handleEvent } from './handled-event.ts';

/**
 * Closes an opinion event that was answered, once its last answer was found satisfactory and nothing is owed any more.
 *
 * @throws Refused when not permitted, not answered, not found satisfactory, or while a clock runs
 * @see rules P5, P7
 */
export function closeOpinionEvent({ id }: { readonly id: string }, context: SentimentContext): Promise<OpinionEvent> {
  return handleEvent(context, { id, roles: ['PUBLISHER'] }, async (handled) => {
    const { tx, record, event, now, by } = handled;
    refuseIfAny(stepRefusals('close', event, ['id']));
    const clocks = await clocksOf(handled, context);
    const stage = eventStage((await stepsWithin(tx, id)).map(({ kind }) => kind));
    refuseIfAny(closingRefusals(stage, clocks.running()));
    const closed = await tx.opinionEvent.update({ where: { id }, data: { status: 'CLOSED', closedAt: now } });
    await addSteps(tx, id, [{ kind: 'CLOSED', at: now, by }]);
    record(opinionEventChanged('REVISED', closed, now));
    return closed;
  });
}
