import { Prisma } from '../../../../prisma/generated/sentiment/client/client.ts';
import { regionRange, type RegionRange } from '../../../../core/region-code.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { entityLoader, inGroups, perRequest } from '../../../kit/per-request.ts';
import { staffRegions } from '../../../kit/staff.ts';
import type { Severity } from '../../rules/opinion/response-deadline.ts';
import type { Database, OpinionEvent, OpinionEventStatus, OpinionSource, SentimentContext } from '../database.ts';
import { placeOf, positionOf, type Place } from './event-place.ts';

/**
 * One opinion event by its id, batched: all that one request asks for come by one query. One that is not judged is there
 * for staff of the region only.
 */
export const opinionEventById = entityLoader<Database, OpinionEvent>({
  typeName: 'OpinionEvent',
  keyOf: (event) => event.id,
  find: (query, ids, { db, scope }) =>
    db.opinionEvent.findMany({ ...query, where: { id: { in: ids }, ...readableBy(scope.viewer) } }),
});

/** What is judged is public; what is not is for staff of the region and of those above it. */
function readableBy(viewer: Viewer | null): Prisma.OpinionEventWhereInput {
  const own = staffRegions(viewer).map(({ from, to }) => ({ regionCode: { gte: from, lte: to } }));
  return { OR: [{ severity: { not: null } }, ...own] };
}

/** Which events a list holds; what is null or left out does not matter. */
export interface OpinionEventFilter {
  readonly status?: OpinionEventStatus | null | undefined;
  /** As it was recorded, blanks around it aside. */
  readonly topic?: string | null | undefined;
  readonly severity?: Severity | null | undefined;
  readonly source?: OpinionSource | null | undefined;
  /** The office that must answer. */
  readonly responsible?: string | null | undefined;
  /** Whether the public waits for an answer although the time is over. */
  readonly overdue?: boolean | null | undefined;
}

const EVERYWHERE: RegionRange = { from: '000000', to: '999999' };

/**
 * Judged opinion events, the newest detection first. However many regions a request asks for, their pages come by one
 * query, and their counts by another.
 *
 * @param regionCode - includes the regions below it; null: everywhere
 * @throws Fault BAD_USER_INPUT for a region code that is none, CURSOR_INVALID for a cursor of another list
 */
export function opinionEventsOf(
  context: SentimentContext,
  regionCode: string | null,
  filter: OpinionEventFilter,
  page: PageArgs,
): Promise<Page<OpinionEvent>> {
  const range = regionCode === null ? EVERYWHERE : regionRange(regionCode);
  return readPage<OpinionEvent>(page, {
    find: (take, position) => pagesOfRegions(context, filter, take, placeOf(position)).load(range),
    positionOf,
    count: () => countsOfRegions(context, filter).load(range),
  });
}

type InRange = OpinionEvent & { readonly asked: number };

function pagesOfRegions(context: SentimentContext, filter: OpinionEventFilter, take: number, behind: Place | null) {
  const name = `opinion events: ${JSON.stringify(filter)}, ${String(take)} behind ${JSON.stringify(behind)}`;
  return perRequest(context, name, async (ranges: readonly RegionRange[]) => {
    const after =
      behind === null ? Prisma.empty : Prisma.sql`AND (e.detected_at, e.id) < (${behind.detectedAt}, ${behind.id})`;
    const rows = await context.db.$queryRaw<InRange[]>`
      SELECT asked.n::int AS asked, page.* FROM ${unnested(ranges)}, LATERAL (
        SELECT e.id, e.region_code AS "regionCode", e.title, e.summary, e.topic, e.places, e.source, e.severity, e.status,
               e.detected_at AS "detectedAt", e.verification_asked AS "verificationAsked",
               e.responsible_id AS "responsibleId", e.response_due_at AS "responseDueAt",
               e.rework_due_at AS "reworkDueAt", e.verification_due_at AS "verificationDueAt",
               e.responded_at AS "respondedAt", e.closed_at AS "closedAt", e.recorded_by AS "recordedBy",
               e.recorded_at AS "recordedAt", e.is_sample AS "isSample", e.held_from AS "heldFrom"
          FROM sentiment.opinion_event e
         WHERE e.region_code BETWEEN asked.lowest AND asked.highest ${fitting(filter, context.clock.now())} ${after}
         ORDER BY e.detected_at DESC, e.id DESC
         LIMIT ${take}) page
       ORDER BY asked.n, page."detectedAt" DESC, page.id DESC`;
    return inGroups([...ranges.keys()].map(String), rows, (row) => String(row.asked - 1));
  });
}

function countsOfRegions(context: SentimentContext, filter: OpinionEventFilter) {
  const name = `opinion event counts: ${JSON.stringify(filter)}`;
  return perRequest(context, name, async (ranges: readonly RegionRange[]) => {
    const rows = await context.db.$queryRaw<{ count: bigint }[]>`
      SELECT counted.count FROM ${unnested(ranges)}, LATERAL (
        SELECT count(*) FROM sentiment.opinion_event e
         WHERE e.region_code BETWEEN asked.lowest AND asked.highest ${fitting(filter, context.clock.now())}) counted
       ORDER BY asked.n`;
    return rows.map(({ count }) => Number(count));
  });
}

function unnested(ranges: readonly RegionRange[]): Prisma.Sql {
  return Prisma.sql`unnest(${ranges.map(({ from }) => from)}::text[], ${ranges.map(({ to }) => to)}::text[])
    WITH ORDINALITY AS asked (lowest, highest, n)`;
}

/** Of judged events, those that fit all of a filter. */
function fitting(filter: OpinionEventFilter, now: Date): Prisma.Sql {
  const { status, topic, severity, source, responsible, overdue } = filter;
  const conditions = [Prisma.sql`AND e.severity IS NOT NULL`];
  if (status != null) conditions.push(Prisma.sql`AND e.status = ${status}::sentiment.opinion_event_status`);
  if (severity != null) conditions.push(Prisma.sql`AND e.severity = ${severity}::sentiment.severity`);
  if (source != null) conditions.push(Prisma.sql`AND e.source = ${source}::sentiment.opinion_source`);
  if (topic != null) conditions.push(Prisma.sql`AND e.topic = ${topic.trim()}`);
  if (responsible != null) conditions.push(Prisma.sql`AND e.responsible_id = ${responsible}`);
  const late = Prisma.sql`coalesce(e.rework_due_at, e.response_due_at) < ${now}`;
  if (overdue === true) conditions.push(Prisma.sql`AND e.status = 'OPEN' AND ${late}`);
  if (overdue === false) conditions.push(Prisma.sql`AND NOT (e.status = 'OPEN' AND ${late})`);
  return Prisma.join(conditions, ' ');
}
