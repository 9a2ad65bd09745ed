import type { Judgement } from '../../../../prisma/generated/sentiment/client/client.ts';
import { inGroups, perRequest } from '../../../kit/per-request.ts';
import type { SentimentContext, Transaction } from '../database.ts';

export type { Judgement } from '../../../../prisma/generated/sentiment/client/client.ts';

/** The judgements of an event that a transaction has locked, in their order. */
export function judgementsWithin(tx: Transaction, eventId: string): Promise<Judgement[]> {
  return tx.judgement.findMany({ where: { eventId }, orderBy: { sequence: 'asc' } });
}

/** The judgements of an event, the first one first; one query, however many events a request asks for. */
export function judgementsOfEvent(context: SentimentContext, eventId: string): Promise<Judgement[]> {
  return perRequest(context, 'judgements of events', async (eventIds: readonly string[]) => {
    const rows = await context.db.judgement.findMany({
      where: { eventId: { in: [...eventIds] } },
      orderBy: { sequence: 'asc' },
    });
    return inGroups(eventIds, rows, (row) => row.eventId);
  }).load(eventId);
}
