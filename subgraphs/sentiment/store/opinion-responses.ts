import { entityLoader, inGroups, perRequest } from '../../kit/per-request.ts';
import type { Database, OpinionResponse, SentimentContext } from './database.ts';

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
