import type { AccountabilityMeasure, EffectEvaluation } from '../../../../prisma/generated/sentiment/client/client.ts';
import { inGroups, inOrder, perRequest } from '../../../kit/per-request.ts';
import type { SentimentContext } from '../database.ts';

export type {
  AccountabilityKind,
  AccountabilityMeasure,
  EffectEvaluation,
} from '../../../../prisma/generated/sentiment/client/client.ts';

/** How well the answer to an event worked; null when that was not evaluated. One query for all events of a request. */
export function evaluationOfEvent(context: SentimentContext, eventId: string): Promise<EffectEvaluation | null> {
  return perRequest(context, 'evaluations of events', async (eventIds: readonly string[]) => {
    const rows = await context.db.effectEvaluation.findMany({ where: { eventId: { in: [...eventIds] } } });
    return inOrder(eventIds, rows, (row) => row.eventId);
  }).load(eventId);
}

/** What offices were held to account by for an event, the first one first. One query for all events of a request. */
export function measuresOfEvent(context: SentimentContext, eventId: string): Promise<AccountabilityMeasure[]> {
  return perRequest(context, 'measures of events', async (eventIds: readonly string[]) => {
    const rows = await context.db.accountabilityMeasure.findMany({
      where: { eventId: { in: [...eventIds] } },
      orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
    });
    return inGroups(eventIds, rows, (row) => row.eventId);
  }).load(eventId);
}
