import { regionRange } from '../../../core/region-code.ts';
import type { Severity } from '../rules/opinion/response-deadline.ts';
import {
  instantsOf,
  type Period,
  type ResponsePerformance,
  type ResponseTally,
} from '../rules/response-performance.ts';
import type { SentimentContext } from './database.ts';

/** The whole has no severity. */
type TallyRow = ResponseTally & { readonly severity: Severity | null };

/**
 * How the events of a region and those below it, detected in a period, were answered; one query.
 *
 * @throws Fault BAD_USER_INPUT for a region code that is none, or a period that ends before it begins
 */
export async function responsePerformance(
  context: SentimentContext,
  regionCode: string,
  period: Period,
): Promise<ResponsePerformance> {
  const rows = await tallies(context, regionCode, period);
  const [whole = NOTHING] = rows.filter(({ severity }) => severity === null);
  const bySeverity = rows.flatMap(({ severity, ...tally }) => (severity === null ? [] : [{ severity, ...tally }]));
  return { ...whole, bySeverity };
}

const NOTHING: ResponseTally = {
  events: 0,
  respondedOnTime: 0,
  respondedLate: 0,
  open: 0,
  overdue: 0,
  medianHoursToRespond: null,
};

function tallies({ db, clock }: SentimentContext, regionCode: string, period: Period): Promise<TallyRow[]> {
  const range = regionRange(regionCode);
  const { since, before } = instantsOf(period);
  return db.$queryRaw<TallyRow[]>`
    SELECT e.severity, count(*)::int AS events,
           count(*) FILTER (WHERE responded_at <= response_due_at)::int AS "respondedOnTime",
           count(*) FILTER (WHERE responded_at > response_due_at)::int AS "respondedLate",
           count(*) FILTER (WHERE responded_at IS NULL)::int AS open,
           count(*) FILTER (WHERE responded_at IS NULL AND response_due_at < ${clock.now()})::int AS overdue,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM responded_at - detected_at)::float8 / 3600)
             AS "medianHoursToRespond"
      FROM sentiment.opinion_event e
     WHERE region_code BETWEEN ${range.from} AND ${range.to}
       AND detected_at >= ${since} AND detected_at < ${before}
     GROUP BY GROUPING SETS ((), (e.severity))
     ORDER BY e.severity`;
}
