import { randomUUID } from 'node:crypto';
import type { OpinionEvent } from '../../../prisma/generated/sentiment/client/client.ts';
import type { Channel } from '../../../core/channel.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { opinionEventChanged, opinionResponsePublished } from '../events.ts';
import { stageRefusals } from '../rules/event-stage.ts';
import { textRefusals } from '../rules/opinion-input.ts';
import type { SentimentContext, Transaction } from '../store/database.ts';
import { lockEvent } from '../store/locked-event.ts';

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
  const now = context.clock.now();
  return transact<Transaction, OpinionEvent>(context, async (tx, record) => {
    const event = await lockEvent(tx, id);
    const channels = [...new Set(input.channels)];
    refuseIfAny([
      ...permissionRefusals(viewer, ['PUBLISHER'], event?.regionCode ?? null),
      ...(event === null
        ? [{ code: 'NOT_FOUND', path: ['id'], expected: 'OpinionEvent', got: id.slice(0, 100) } as const]
        : []),
      ...(event === null ? [] : stageRefusals('respond', event.status)),
      ...textRefusals('body', input.body),
      ...(channels.length === 0
        ? [{ code: 'VALUE_MISSING', path: ['input', 'channels'], expected: 'Channel' } as const]
        : []),
    ]);
    const data = {
      id: randomUUID(),
      eventId: id,
      body: input.body,
      channels,
      publishedAt: now,
      respondedBy: viewer?.subject ?? '',
    };
    const response = await tx.opinionResponse.create({ data });
    const respondedAt = event?.respondedAt ?? now;
    const answered = await tx.opinionEvent.update({ where: { id }, data: { status: 'RESPONDED', respondedAt } });
    record(opinionResponsePublished(response, answered), opinionEventChanged('REVISED', answered, now));
    return answered;
  });
}
