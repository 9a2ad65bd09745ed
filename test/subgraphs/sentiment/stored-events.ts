import {
  responseDeadlines,
  responseDueAt,
  type Severity,
} from '../../../subgraphs/sentiment/rules/opinion/response-deadline.ts';
import { openClient } from '../../../subgraphs/sentiment/store/database.ts';
import type { ServedSentiment } from './serve-sentiment.ts';

/** An event as a test wants it to stand in the database. */
export interface StoredEvent {
  readonly id: string;
  readonly regionCode: string;
  readonly severity: Severity;
  readonly detectedAt: Date;
  readonly respondedAt: Date | null;
  readonly isClosed?: boolean;
}

/** Puts events into the database in place of all that is there, each answered one with two answers. */
export async function store({ database }: ServedSentiment, events: readonly StoredEvent[]): Promise<void> {
  const db = openClient(database.pool);
  await db.opinionEvent.deleteMany();
  await db.opinionEvent.createMany({
    data: events.map(({ isClosed = false, ...event }) => ({
      ...event,
      title: `事件 ${event.id}`,
      source: 'OTHER',
      status: event.respondedAt === null ? 'OPEN' : isClosed ? 'CLOSED' : 'RESPONDED',
      responseDueAt: responseDueAt(responseDeadlines(event.detectedAt, event.severity, false)),
      recordedBy: 'test',
      recordedAt: event.detectedAt,
    })),
  });
  await db.opinionResponse.createMany({
    data: events.flatMap(({ id, respondedAt }) => {
      if (respondedAt === null) return [];
      const answer = { eventId: id, body: '答复', channels: ['OTHER' as const], respondedBy: 'test' };
      const later = new Date(respondedAt.getTime() + 60_000);
      return [
        { ...answer, id: `${id} second`, publishedAt: later },
        { ...answer, id: `${id} first`, publishedAt: respondedAt },
      ];
    }),
  });
  await db.$disconnect();
}
