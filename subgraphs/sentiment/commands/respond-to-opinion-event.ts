import { randomUUID } from 'node:crypto';
import type { Channel } from '../../../core/channel.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { opinionEventChanged, opinionResponsePublished } from '../events.ts';
import { stageRefusals } from '../rules/event-stage.ts';
import { answerRefusals } from '../rules/opinion-input.ts';
import type { OpinionEvent, SentimentContext, Transaction } from '../store/database.ts';
import { lockEvent } from '../store/locked-event.ts';
import { addSteps } from '../store/opinion/steps.ts';
import { MatterClocks } from './alarms/matter-clocks.ts';
import { notFound } from './not-found.ts';

export interface RespondToOpinionEventInput {
  readonly id: string;
  readonly input: { readonly body: string; readonly channels: readonly Channel[] };
}

/**
 * Publishes an answer to an opinion event; the first one stops its clocks. Further answers may follow.
 *
 * @throws Refused when not permitted, when there is no such event, or when it is closed
 * @see rules P1, P5, P7
 */
export async function respondToOpinionEvent(
  { id, input }: RespondToOpinionEventInput,
  context: SentimentContext,
): Promise<OpinionEvent> {
  const { viewer } = context.scope;
  return transact<Transaction, OpinionEvent>(context, async (tx, record) => {
    const event = await lockEvent(tx, id);
    refuseIfAny([
      ...permissionRefusals(viewer, ['PUBLISHER'], event?.regionCode ?? null),
      ...notFound(event, id),
      ...stageRefusals('respond', event?.status ?? null),
      ...answerRefusals(input.body, input.channels),
    ]);
    // Read behind the lock, so that of two answers at once the first to be published is the first by the clock too.
    const now = context.clock.now();
    const response = await tx.opinionResponse.create({
      data: {
        id: randomUUID(),
        eventId: id,
        body: input.body,
        channels: [...new Set(input.channels)],
        publishedAt: now,
        respondedBy: viewer?.subject ?? '',
      },
    });
    const looking = { tx, record, now, alarmDistances: context.handling.alarmDistances };
    const clocks = await MatterClocks.of({ eventId: id }, looking);
    await clocks.meet('FIRST_WORD', 'RESPONSE', 'BRIEFING');
    await addSteps(tx, id, [{ kind: 'ANSWERED', at: now, by: response.respondedBy }]);
    const respondedAt = event?.respondedAt ?? now;
    const answered = await tx.opinionEvent.update({ where: { id }, data: { status: 'RESPONDED', respondedAt } });
    record(opinionResponsePublished(response, answered), opinionEventChanged('REVISED', answered, now));
    return answered;
  });
}
