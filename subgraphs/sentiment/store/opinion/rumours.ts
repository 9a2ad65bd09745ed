import type { Rumour } from '../../../../prisma/generated/sentiment/client/client.ts';
import { inGroups, perRequest } from '../../../kit/per-request.ts';
import type { SentimentContext, Transaction } from '../database.ts';

export type { Rumour } from '../../../../prisma/generated/sentiment/client/client.ts';

const OLDEST_FIRST = [{ recordedAt: 'asc' as const }, { id: 'asc' as const }];

/** The rumours of an event that a transaction has locked. */
export function rumoursWithin(tx: Transaction, eventId: string): Promise<Rumour[]> {
  return tx.rumour.findMany({ where: { eventId }, orderBy: OLDEST_FIRST });
}

/** The rumours of an event, the oldest first; one query, however many events a request asks for. */
export function rumoursOfEvent(context: SentimentContext, eventId: string): Promise<Rumour[]> {
  return perRequest(context, 'rumours of events', async (eventIds: readonly string[]) => {
    const rows = await context.db.rumour.findMany({
      where: { eventId: { in: [...eventIds] } },
      orderBy: OLDEST_FIRST,
    });
    return inGroups(eventIds, rows, (row) => row.eventId);
  }).load(eventId);
}

/** The rumours that an answer refutes, the oldest first; one query, however many answers a request asks for. */
export function rumoursRefutedBy(context: SentimentContext, responseId: string): Promise<Rumour[]> {
  return perRequest(context, 'rumours refuted by answers', async (responseIds: readonly string[]) => {
    const rows = await context.db.rumour.findMany({
      where: { refutedById: { in: [...responseIds] } },
      orderBy: OLDEST_FIRST,
    });
    return inGroups(responseIds, rows, (row) => row.refutedById ?? '');
  }).load(responseId);
}
