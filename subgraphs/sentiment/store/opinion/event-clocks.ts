import type { DeadlineAlarm, ResponseClock } from '../../../../prisma/generated/sentiment/client/client.ts';
import { inGroups, perRequest } from '../../../kit/per-request.ts';
import type { SentimentContext } from '../database.ts';

export type { DeadlineAlarm, ResponseClock } from '../../../../prisma/generated/sentiment/client/client.ts';

/** The clocks of an event, the earliest to end first; one query, however many events a request asks for. */
export function clocksOfEvent(context: SentimentContext, eventId: string): Promise<ResponseClock[]> {
  return perRequest(context, 'clocks of events', async (eventIds: readonly string[]) => {
    const rows = await context.db.responseClock.findMany({
      where: { eventId: { in: [...eventIds] } },
      orderBy: [{ dueAt: 'asc' }, { kind: 'asc' }, { round: 'asc' }, { id: 'asc' }],
    });
    return inGroups(eventIds, rows, (row) => row.eventId ?? '');
  }).load(eventId);
}

/** The alarms that were told of a clock, the first one first; one query, however many clocks a request asks for. */
export function alarmsOfClock(context: SentimentContext, clockId: string): Promise<DeadlineAlarm[]> {
  return perRequest(context, 'alarms of clocks', async (clockIds: readonly string[]) => {
    const rows = await context.db.deadlineAlarm.findMany({
      where: { clockId: { in: [...clockIds] } },
      orderBy: [{ reachedAt: 'asc' }, { firedAt: 'asc' }, { id: 'asc' }],
    });
    return inGroups(clockIds, rows, (row) => row.clockId);
  }).load(clockId);
}
