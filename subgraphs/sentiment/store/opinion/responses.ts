import { entityLoader, inGroups, inOrder, perRequest } from '../../../kit/per-request.ts';
import type { MaskedPassage } from '../../rules/privacy/passage.ts';
import type { Database, OpinionResponse, SentimentContext } from '../database.ts';

/** One answer by its id, batched. */
export const opinionResponseById = entityLoader<Database, OpinionResponse>({
  typeName: 'OpinionResponse',
  keyOf: (response) => response.id,
  find: (query, ids, { db }) => db.opinionResponse.findMany({ ...query, where: { id: { in: ids } } }),
});

/** The answers to an event, the first one first; one query, however many events a request asks for. */
export function responsesOfEvent(context: SentimentContext, eventId: string): Promise<OpinionResponse[]> {
  return perRequest(context, 'responses of events', async (eventIds: readonly string[]) => {
    const rows = await context.db.opinionResponse.findMany({
      where: { eventId: { in: [...eventIds] } },
      orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    });
    return inGroups(eventIds, rows, (row) => row.eventId);
  }).load(eventId);
}

/** One answer with all of it; one query, however many a request asks for. */
export function responseById(context: SentimentContext, id: string): Promise<OpinionResponse | null> {
  return perRequest(context, 'responses by id', async (ids: readonly string[]) => {
    const rows = await context.db.opinionResponse.findMany({ where: { id: { in: [...ids] } } });
    return inOrder(ids, rows, (row) => row.id);
  }).load(id);
}

/** What was masked in an answer, as it was kept when it went out. */
export function maskedPassages(masked: OpinionResponse['masked']): readonly MaskedPassage[] {
  return masked as unknown as readonly MaskedPassage[];
}

/** The region of the event that an answer belongs to; one query, however many a request asks for. */
export async function regionOfEvent(context: SentimentContext, eventId: string): Promise<string> {
  const event = await perRequest(context, 'regions of events', async (eventIds: readonly string[]) => {
    const rows = await context.db.opinionEvent.findMany({
      where: { id: { in: [...eventIds] } },
      select: { id: true, regionCode: true },
    });
    return inOrder(eventIds, rows, (row) => row.id);
  }).load(eventId);
  return event?.regionCode ?? '';
}
