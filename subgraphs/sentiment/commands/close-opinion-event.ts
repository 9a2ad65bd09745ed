import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { opinionEventChanged } from '../events.ts';
import { stageRefusals } from '../rules/event-stage.ts';
import type { OpinionEvent, SentimentContext, Transaction } from '../store/database.ts';
import { lockEvent } from '../store/locked-event.ts';
import { addSteps } from '../store/opinion/steps.ts';
import { notFound } from './not-found.ts';

/**
 * Closes an opinion event that was answered.
 *
 * @throws Refused when not permitted, when there is no such event, or when it was not answered
 * @see rule P7
 */
export async function closeOpinionEvent(
  { id }: { readonly id: string },
  context: SentimentContext,
): Promise<OpinionEvent> {
  return transact<Transaction, OpinionEvent>(context, async (tx, record) => {
    const event = await lockEvent(tx, id);
    refuseIfAny([
      ...permissionRefusals(context.scope.viewer, ['PUBLISHER'], event?.regionCode ?? null),
      ...notFound(event, id),
      ...stageRefusals('close', event?.status ?? null),
    ]);
    const now = context.clock.now();
    const closed = await tx.opinionEvent.update({ where: { id }, data: { status: 'CLOSED', closedAt: now } });
    await addSteps(tx, id, [{ kind: 'CLOSED', at: now, by: context.scope.viewer?.subject ?? '' }]);
    record(opinionEventChanged('REVISED', closed, now));
    return closed;
  });
}
