import { addDays, startOfDay, type CivilDate } from '../../../core/civil-date.ts';
import { regionRange } from '../../../core/region-code.ts';
import type { Severity } from '../rules/response-deadline.ts';
import type { SentimentContext } from './database.ts';

/** How events of one severity, or all (null), were answered. */
export interface ResponseTally {
  readonly severity: Severity | null;
  readonly events: number;
  readonly respondedOnTime: number;
  readonly respondedLate: number;
  readonly open: number;
  readonly overdue: number;
  readonly medianHoursToRespond: number | null;
}

/** Days, both included, by which events are counted: the day of detection in Asia/Shanghai. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** How the events of a region and those below it, detected in a period, were answered: in all and by severity; one query. */
export function responsePerformance(
  context: SentimentContext,
  regionCode: string,
  { from, to }: Period,
): Promise<ResponseTally[]> {
  const range = regionRange(regionCode);
  const now = context.clock.now();
  return context.db.$queryRaw<ResponseTally[]>`
    SELECT severity::text AS severity, count(*)::int AS events,
           count(*) FILTER (WHERE responded_at <= response_due_at)::int AS "respondedOnTime",
           count(*) FILTER (WHERE responded_at > response_due_at)::int AS "respondedLate",
           count(*) FILTER (WHERE responded_at IS NULL)::int AS open,
           count(*) FILTER (WHERE responded_at IS NULL AND response_due_at < ${now})::int AS overdue,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM responded_at - detected_at)::float8 / 3600)
             AS "medianHoursToRespond"
      FROM sentiment.opinion_event
     WHERE region_code BETWEEN ${range.from} AND ${range.to}
       AND detected_at >= ${startOfDay(from)} AND detected_at < ${startOfDay(addDays(to, 1))}
     GROUP BY GROUPING SETS ((), (severity))
     ORDER BY severity NULLS FIRST`;
}
