import { randomUUID } from 'node:crypto';
import type { Channel } from '../../../../core/channel.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { opinionEventChanged, opinionResponsePublished } from '../../events.ts';
import { keepRefusals } from '../../rules/privacy/kept.ts';
import { stepRefusals } from '../../rules/opinion/allowed-steps.ts';
import { dueInstants } from '../../rules/opinion/due-instants.ts';
import { answerRefusals } from '../../rules/opinion/opinion-input.ts';
import { refutationRefusals } from '../../rules/opinion/refutation.ts';
import { doneBy, type ResponseKind } from '../../rules/opinion/statement.ts';
import { maskPersonalData } from '../../rules/privacy/mask.ts';
import type { OpinionEvent, OpinionResponse, SentimentContext } from '../../store/database.ts';
import { rumoursWithin } from '../../store/opinion/rumours.ts';
import { addSteps } from '../../store/opinion/steps.ts';
import { clocksOf, handleEvent, type HandledEvent } from './handled-event.ts';

/** A statement, as it is handed in. */
interface RespondInput {
  readonly body: string;
  readonly channels: readonly Channel[];
  readonly kind?: ResponseKind | null | undefined;
  readonly refutes?: readonly string[] | null | undefined;
  /** Passages that are public, such as the telephone of the office. */
  readonly keep?: readonly string[] | null | undefined;
}

/**
 * Publishes a statement on an opinion event. Any statement is a first word; one at a press conference or hearing is the
 * briefing; an answer and findings make the event answered, a first word alone does not. The clocks of what it does
 * stop. Further answers may follow. Personal data in it are masked before it goes out, but for passages that are public.
 *
 * @throws Refused when not permitted, when it is not judged or closed, or for a rumour that is not one of the event
 * @see rules P1, P2, P3, P5, P7
 */
export function respondToOpinionEvent(
  { id, input }: { readonly id: string; readonly input: RespondInput },
  context: SentimentContext,
): Promise<OpinionEvent> {
  const kind = input.kind ?? 'RESPONSE';
  const refutes = [...new Set(input.refutes ?? [])];
  return handleEvent(context, { id, roles: ['PUBLISHER'] }, async (handled) => {
    const { tx, record, event, now, by } = handled;
    const rumours = await rumoursWithin(tx, id);
    refuseIfAny([
      ...stepRefusals(kind === 'FIRST_WORD' ? 'say a first word' : 'respond', event, ['id']),
      ...answerRefusals(input.body, input.channels),
      ...keepRefusals(input.keep ?? []),
      ...refutationRefusals(refutes, rumours),
    ]);
    const response = await publish(handled, { ...input, kind });
    await tx.rumour.updateMany({ where: { id: { in: refutes } }, data: { refutedById: response.id } });
    const clocks = await clocksOf(handled, context);
    await clocks.meet(...doneBy(response));
    await addSteps(tx, id, [{ kind: kind === 'FIRST_WORD' ? 'SPOKE' : 'ANSWERED', at: now, by }]);
    const answered =
      kind === 'FIRST_WORD' ? {} : ({ status: 'RESPONDED', respondedAt: event.respondedAt ?? now } as const);
    const data = { ...answered, ...dueInstants(clocks.all, event.verificationAsked) };
    const changed = await tx.opinionEvent.update({ where: { id }, data });
    const refuted = rumours.filter((rumour) => refutes.includes(rumour.id));
    record(opinionResponsePublished(response, changed, refuted), opinionEventChanged('REVISED', changed, now));
    return changed;
  });
}

function publish(
  { tx, event, now, by }: HandledEvent,
  { body, channels, kind, keep }: RespondInput & { readonly kind: ResponseKind },
): Promise<OpinionResponse> {
  const { text, masked } = maskPersonalData(body, { keep: keep ?? [] });
  return tx.opinionResponse.create({
    data: {
      ...{ id: randomUUID(), eventId: event.id, kind, body: text, channels: [...new Set(channels)] },
      ...{ masked: masked.map((passage) => ({ ...passage })), publishedAt: now, respondedBy: by },
    },
  });
}
