import { Prisma } from '../../../../prisma/generated/sentiment/client/client.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { inGroups, inOrder, perRequest } from '../../../kit/per-request.ts';
import type { ResponseOutcome } from '../../rules/performance/response-performance.ts';
import type { OpinionEvent, SentimentContext } from '../database.ts';
import { placeOf, type Place } from '../opinion/event-place.ts';
import type { CountedEvents } from './counted-events.ts';

/** A page of the events that were counted, and of which outcome; null: of any. */
export interface DrillDown extends PageArgs {
  readonly outcome?: ResponseOutcome | null | undefined;
}

/**
 * The events that a row counts, the newest detection first: exactly as many as its tally says. However many rows a
 * request asks for, their pages come by two statements, and their counts by one.
 *
 * @throws Fault CURSOR_INVALID for a cursor of another list
 */
export function eventsCounted(
  context: SentimentContext,
  counted: CountedEvents,
  { outcome = null, ...page }: DrillDown,
): Promise<Page<OpinionEvent>> {
  return readPage<OpinionEvent>(page, {
    find: (take, position) => pages(context, outcome, take, placeOf(position)).load(counted),
    positionOf: (event) => [event.detectedAt.toISOString(), event.id],
    count: () => counts(context, outcome).load(counted),
  });
}

function pages(context: SentimentContext, outcome: ResponseOutcome | null, take: number, behind: Place | null) {
  const name = `counted events: ${String(outcome)}, ${String(take)} behind ${JSON.stringify(behind)}`;
  return perRequest(context, name, async (asked: readonly CountedEvents[]) => {
    const after =
      behind === null ? Prisma.empty : Prisma.sql`AND (e.detected_at, e.id) < (${behind.detectedAt}, ${behind.id})`;
    const places = await context.db.$queryRaw<{ n: number; id: string }[]>`
      SELECT asked.n::int AS n, page.id FROM ${unnested(asked)}, LATERAL (
        SELECT e.id, e.detected_at FROM sentiment.opinion_event e
         WHERE ${isCounted(outcome, context.clock.now())} ${after}
         ORDER BY e.detected_at DESC, e.id DESC LIMIT ${take}) page
       ORDER BY asked.n, page.detected_at DESC, page.id DESC`;
    const ids = [...new Set(places.map(({ id }) => id))];
    const events = await context.db.opinionEvent.findMany({ where: { id: { in: ids } } });
    const found = new Map(inOrder(ids, events, ({ id }) => id).map((event, index) => [ids[index], event]));
    const groups = inGroups([...asked.keys()].map(String), places, ({ n }) => String(n - 1));
    return groups.map((group) => group.flatMap(({ id }) => found.get(id) ?? []));
  });
}

function counts(context: SentimentContext, outcome: ResponseOutcome | null) {
  return perRequest(context, `counted events: how many ${String(outcome)}`, async (asked: readonly CountedEvents[]) => {
    const rows = await context.db.$queryRaw<{ count: bigint }[]>`
      SELECT total.count FROM ${unnested(asked)}, LATERAL (
        SELECT count(*) FROM sentiment.opinion_event e WHERE ${isCounted(outcome, context.clock.now())}) total
       ORDER BY asked.n`;
    return rows.map(({ count }) => Number(count));
  });
}

/** What was asked for, as rows. */
function unnested(asked: readonly CountedEvents[]): Prisma.Sql {
  const rows = asked.map(({ range, since, before, severity, source, office }, index) => ({
    ...{ n: index + 1, lowest: range.from, highest: range.to, since, before, severity, source },
    ...{ any_office: office === null, office: office?.id ?? null },
  }));
  return Prisma.sql`json_to_recordset(${JSON.stringify(rows)}::json) AS asked (
    n int, lowest text, highest text, since timestamptz, before timestamptz,
    severity sentiment.severity, source sentiment.opinion_source, any_office boolean, office text)`;
}

function isCounted(outcome: ResponseOutcome | null, now: Date): Prisma.Sql {
  return Prisma.sql`e.region_code BETWEEN asked.lowest AND asked.highest
    AND e.detected_at >= asked.since AND e.detected_at < asked.before AND e.severity IS NOT NULL
    AND (asked.severity IS NULL OR e.severity = asked.severity) AND (asked.source IS NULL OR e.source = asked.source)
    AND (asked.any_office OR e.responsible_id IS NOT DISTINCT FROM asked.office) ${ofOutcome(outcome, now)}`;
}

function ofOutcome(outcome: ResponseOutcome | null, now: Date): Prisma.Sql {
  switch (outcome) {
    case null:
      return Prisma.empty;
    case 'ON_TIME':
      return Prisma.sql`AND e.responded_at <= e.response_due_at`;
    case 'LATE':
      return Prisma.sql`AND e.responded_at > e.response_due_at`;
    case 'OPEN':
      return Prisma.sql`AND e.responded_at IS NULL`;
    case 'OVERDUE':
      return Prisma.sql`AND e.responded_at IS NULL AND e.response_due_at < ${now}`;
  }
}
