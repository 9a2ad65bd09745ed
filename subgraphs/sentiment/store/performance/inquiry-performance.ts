import { Prisma, type InquiryKind, type InquiryRoute } from '../../../../prisma/generated/sentiment/client/client.ts';
import { regionRange, type RegionRange } from '../../../../core/region-code.ts';
import type { InquiryTally } from '../../rules/performance/inquiry-performance.ts';
import { instantsOf, type Instants, type Period } from '../../rules/performance/response-performance.ts';
import { countedBy, type Counter, regionBelow, type Part } from './by-dimension.ts';

export type { InquiryKind, InquiryRoute } from '../../../../prisma/generated/sentiment/client/client.ts';

/** By what inquiries are counted. */
export type InquiryDimension = 'WHOLE' | 'ROUTE' | 'KIND' | 'OFFICE' | 'REGION';

/** Which inquiries are counted. Null: any. */
export interface CountedInquiries extends Instants {
  readonly region: string;
  readonly range: RegionRange;
  readonly route: InquiryRoute | null;
  readonly kind: InquiryKind | null;
  readonly office: string | null;
}

/** What a caller asks for. */
export interface InquiryPerformanceArgs extends Period {
  readonly region: string;
  readonly route?: InquiryRoute | null | undefined;
  readonly kind?: InquiryKind | null | undefined;
  readonly office?: string | null | undefined;
}

/**
 * The inquiries that a caller asks to be counted.
 *
 * @throws Fault BAD_USER_INPUT for a region code that is none, or a period that ends before it begins
 */
export function countedInquiries({ region, route, kind, office, ...period }: InquiryPerformanceArgs): CountedInquiries {
  const narrowed = { route: route ?? null, kind: kind ?? null, office: office ?? null };
  return { ...instantsOf(period), region, range: regionRange(region), ...narrowed };
}

/** How the inquiries of one row were dealt with. */
export type InquiryRow = Part<InquiryDimension, InquiryTally>;

/** How inquiries were dealt with, by one of the ways to count; all that a request asks for by one statement. */
export function inquiryRows(
  context: Counter,
  counted: CountedInquiries,
  dimension: InquiryDimension,
): Promise<InquiryRow[]> {
  const name = `performance: inquiries of ${JSON.stringify(counted)}`;
  const counting = { matters: mattersOf(counted), columns: COLUMNS, tally: tallyAt(context.clock.now()) };
  return countedBy<InquiryDimension, InquiryTally>(context, name, counting).load(dimension);
}

/** How all of the inquiries were dealt with. */
export async function wholeInquiryTally(context: Counter, counted: CountedInquiries): Promise<InquiryTally> {
  const [whole] = await inquiryRows(context, counted, 'WHOLE');
  if (whole === undefined) throw new Error('Expected one row of the whole, got none.');
  return whole;
}

const COLUMNS = {
  WHOLE: null,
  ROUTE: Prisma.sql`route`,
  KIND: Prisma.sql`kind`,
  OFFICE: Prisma.sql`office`,
  REGION: Prisma.sql`region`,
};

function tallyAt(now: Date): Prisma.Sql {
  return Prisma.sql`count(*)::int AS received,
    count(*) FILTER (WHERE answered_at IS NOT NULL AND (due_at IS NULL OR answered_at <= due_at))::int AS "answeredOnTime",
    count(*) FILTER (WHERE answered_at > due_at)::int AS "answeredLate",
    count(*) FILTER (WHERE answered_at IS NULL AND closed_at IS NULL)::int AS open,
    count(*) FILTER (WHERE answered_at IS NULL AND closed_at IS NULL AND due_at < ${now})::int AS overdue,
    count(*) FILTER (WHERE answered_at IS NULL AND closed_at IS NOT NULL)::int AS "closedUnanswered",
    count(is_satisfied)::int AS rated, count(*) FILTER (WHERE is_satisfied)::int AS satisfied,
    count(*) FILTER (WHERE is_reworked)::int AS reworked, count(repeats_id)::int AS repeated,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY date_part('epoch', answered_at - received_at) / 3600)
      AS "medianHoursToAnswer"`;
}

/** The inquiries as a table: one row each, with the due instant of the first answer. */
function mattersOf({ region, range, since, before, route, kind, office }: CountedInquiries): Prisma.Sql {
  const narrowed = [
    route === null ? Prisma.empty : Prisma.sql`AND i.route = ${route}::sentiment.inquiry_route`,
    kind === null ? Prisma.empty : Prisma.sql`AND i.kind = ${kind}::sentiment.inquiry_kind`,
    office === null ? Prisma.empty : Prisma.sql`AND i.office_id = ${office}`,
  ];
  return Prisma.sql`
    SELECT i.route, i.kind, i.office_id AS office, ${regionBelow(region, Prisma.sql`i.region_code`)} AS region,
           i.received_at, i.answered_at, i.closed_at, i.is_satisfied, i.repeats_id, owed.due_at,
           EXISTS (SELECT 1 FROM sentiment.inquiry_step s WHERE s.inquiry_id = i.id AND s.kind = 'REWORK') AS is_reworked
      FROM sentiment.inquiry i
      LEFT JOIN LATERAL (
        SELECT min(c.due_at) AS due_at FROM sentiment.response_clock c
         WHERE c.inquiry_id = i.id AND c.kind IN ('REPLY', 'PETITION_DECISION') AND c.round = 1 AND c.dropped_at IS NULL
      ) owed ON TRUE
     WHERE i.region_code BETWEEN ${range.from} AND ${range.to}
       AND i.received_at >= ${since} AND i.received_at < ${before} ${Prisma.join(narrowed, ' ')}`;
}
