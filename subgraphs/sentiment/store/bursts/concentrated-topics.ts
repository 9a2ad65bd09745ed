import { regionRange } from '../../../../core/region-code.ts';
import { pageSize } from '../../../kit/page.ts';
import { requireStaffOf } from '../../../kit/staff.ts';
import { instantsOf, type Period } from '../../rules/response-performance.ts';
import type { SentimentContext } from '../database.ts';

/** A topic by how many complain of it. */
export interface ConcentratedTopic {
  readonly topic: string;
  readonly complaints: number;
  readonly inquiries: number;
  readonly events: number;
  readonly regionCode: string;
  /** From when on an answer counts: the beginning of the period. */
  readonly since: Date;
}

/** Which topics are counted. */
export interface ConcentrationArgs extends Period {
  readonly region: string;
  readonly first?: number | null | undefined;
}

/**
 * The topics of a region and those below it of which most complaints (投诉) came in a period, then most opinion events: those of
 * which there was at least one; one statement.
 *
 * @throws Fault UNAUTHENTICATED or FORBIDDEN for others than staff of the region, BAD_USER_INPUT for a region code that is none or
 *   a period that ends before it begins, LIMIT_EXCEEDED for more than are given at once
 * @see rule P12
 */
export async function concentratedTopics(
  context: SentimentContext,
  { region, first, ...period }: ConcentrationArgs,
): Promise<ConcentratedTopic[]> {
  const range = regionRange(region);
  requireStaffOf(context.scope.viewer, region);
  const { since, before } = instantsOf(period);
  const rows = await context.db.$queryRaw<Omit<ConcentratedTopic, 'regionCode' | 'since'>[]>`
    SELECT topic, count(*) FILTER (WHERE is_complaint)::int AS complaints,
           count(*) FILTER (WHERE NOT is_event)::int AS inquiries, count(*) FILTER (WHERE is_event)::int AS events
      FROM (SELECT topic, true AS is_event, false AS is_complaint FROM sentiment.opinion_event
             WHERE region_code BETWEEN ${range.from} AND ${range.to} AND detected_at >= ${since} AND detected_at < ${before}
            UNION ALL
            SELECT topic, false, kind = 'COMPLAINT' FROM sentiment.inquiry
             WHERE region_code BETWEEN ${range.from} AND ${range.to} AND received_at >= ${since} AND received_at < ${before}
           ) matter
     WHERE topic IS NOT NULL
     GROUP BY topic HAVING bool_or(is_complaint OR is_event)
     ORDER BY complaints DESC, events DESC, topic LIMIT ${pageSize(first)}`;
  return rows.map((row) => ({ ...row, regionCode: region, since }));
}
