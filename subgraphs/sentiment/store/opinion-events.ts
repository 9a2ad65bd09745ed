import { Prisma } from '../../../prisma/generated/sentiment/client/client.ts';
import { Fault } from '../../../core/fault.ts';
import { regionRange, type RegionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../kit/page.ts';
import { entityLoader, inGroups, perRequest } from '../../kit/per-request.ts';
import type { Database, OpinionEvent, OpinionEventStatus, SentimentContext } from './database.ts';

/** One opinion event by its id, batched: all that one request asks for come by one query. */
export const opinionEventById = entityLoader<Database, OpinionEvent>({
  typeName: 'OpinionEvent',
  keyOf: (event) => event.id,
  find: (query, ids, { db }) => db.opinionEvent.findMany({ ...query, where: { id: { in: ids } } }),
});

/** Which events a list holds. */
export interface OpinionEventFilter {
  /** A region code; includes the regions below it. Null: everywhere. */
  readonly regionCode: string | null;
  readonly status: OpinionEventStatus | null;
}

const EVERYWHERE: RegionRange = { from: '000000', to: '999999' };

/**
 * Opinion events, the newest detection first. However many regions a request asks for, their pages come by one query,
 * and their counts by another.
 *
 * @throws Fault BAD_USER_INPUT for a region code that is none, CURSOR_INVALID for a cursor of another list
 */
export function opinionEventsOf(
  context: SentimentContext,
  { regionCode, status }: OpinionEventFilter,
  page: PageArgs,
): Promise<Page<OpinionEvent>> {
  const range = regionCode === null ? EVERYWHERE : regionRange(regionCode);
  return readPage<OpinionEvent>(page, {
    find: (take, position) => pagesOfRegions(context, status, take, placeOf(position)).load(range),
    positionOf: (event) => [event.detectedAt.toISOString(), event.id],
    count: () => countsOfRegions(context, status).load(range),
  });
}

/** Where a page of events ended. */
export interface Place {
  readonly detectedAt: Date;
  readonly id: string;
}

/**
 * Reads where a page of events ended; null for the first page.
 *
 * @throws Fault CURSOR_INVALID for a cursor of another list
 */
export function placeOf(position: Position | null): Place | null {
  if (position === null) return null;
  const [detected = '', id = ''] = position;
  const detectedAt = new Date(detected);
  if (!Number.isNaN(detectedAt.getTime()) && detectedAt.toISOString() === detected) return { detectedAt, id };
  throw new Fault(
    'CURSOR_INVALID',
    `Expected a page cursor of opinion events, got one of ${JSON.stringify(position)}.`,
  );
}

type InRange = OpinionEvent & { readonly asked: number };

function pagesOfRegions(
  context: SentimentContext,
  status: OpinionEventStatus | null,
  take: number,
  behind: Place | null,
) {
  const name = `opinion events: ${String(status)}, ${String(take)} behind ${JSON.stringify(behind)}`;
  return perRequest(context, name, async (ranges: readonly RegionRange[]) => {
    const after =
      behind === null ? Prisma.empty : Prisma.sql`AND (e.detected_at, e.id) < (${behind.detectedAt}, ${behind.id})`;
    const rows = await context.db.$queryRaw<InRange[]>`
      SELECT asked.n::int AS asked, page.* FROM ${unnested(ranges)}, LATERAL (
        SELECT e.id, e.region_code AS "regionCode", e.title, e.summary, e.topic, e.places, e.source, e.severity, e.status,
               e.detected_at AS "detectedAt", e.verification_asked AS "verificationAsked",
               e.responsible_id AS "responsibleId", e.response_due_at AS "responseDueAt",
               e.verification_due_at AS "verificationDueAt", e.responded_at AS "respondedAt", e.closed_at AS "closedAt",
               e.recorded_by AS "recordedBy", e.recorded_at AS "recordedAt", e.is_sample AS "isSample"
          FROM sentiment.opinion_event e
         WHERE e.region_code BETWEEN asked.lowest AND asked.highest ${ofStatus(status)} ${after}
         ORDER BY e.detected_at DESC, e.id DESC
         LIMIT ${take}) page
       ORDER BY asked.n, page."detectedAt" DESC, page.id DESC`;
    return inGroups([...ranges.keys()].map(String), rows, (row) => String(row.asked - 1));
  });
}

function countsOfRegions(context: SentimentContext, status: OpinionEventStatus | null) {
  return perRequest(context, `opinion event counts: ${String(status)}`, async (ranges: readonly RegionRange[]) => {
    const rows = await context.db.$queryRaw<{ count: bigint }[]>`
      SELECT counted.count FROM ${unnested(ranges)}, LATERAL (
        SELECT count(*) FROM sentiment.opinion_event e
         WHERE e.region_code BETWEEN asked.lowest AND asked.highest ${ofStatus(status)}) counted
       ORDER BY asked.n`;
    return rows.map(({ count }) => Number(count));
  });
}

function unnested(ranges: readonly RegionRange[]): Prisma.Sql {
  return Prisma.sql`unnest(${ranges.map(({ from }) => from)}::text[], ${ranges.map(({ to }) => to)}::text[])
    WITH ORDINALITY AS asked (lowest, highest, n)`;
}

function ofStatus(status: OpinionEventStatus | null): Prisma.Sql {
  return status === null ? Prisma.empty : Prisma.sql`AND e.status = ${status}::sentiment.opinion_event_status`;
}
