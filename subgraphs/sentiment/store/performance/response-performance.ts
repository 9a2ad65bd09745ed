import { Prisma } from '../../../../prisma/generated/sentiment/client/client.ts';
import type { DeadlineKind } from '../../rules/opinion/response-deadline.ts';
import type { ResponseTally } from '../../rules/performance/response-performance.ts';
import { countedBy, type Counter, type Part } from './by-dimension.ts';
import { EVENT_COLUMNS, mattersOf, type CountedEvents, type EventDimension } from './counted-events.ts';

/** How the events of one row were answered. */
export type ResponseRow = Part<EventDimension, ResponseTally>;

/** How events were answered, by one of the ways to count them; all that a request asks for by one statement. */
export function responseRows(
  context: Counter,
  counted: CountedEvents,
  dimension: EventDimension,
): Promise<ResponseRow[]> {
  const tally = Prisma.sql`count(*)::int AS events,
    count(*) FILTER (WHERE responded_at <= response_due_at)::int AS "respondedOnTime",
    count(*) FILTER (WHERE responded_at > response_due_at)::int AS "respondedLate",
    count(*) FILTER (WHERE responded_at IS NULL)::int AS open,
    count(*) FILTER (WHERE responded_at IS NULL AND response_due_at < ${context.clock.now()})::int AS overdue,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY hours)
      AS "medianHoursToRespond"`;
  const counting = { matters: mattersOf(counted), columns: EVENT_COLUMNS, tally };
  return countedBy<EventDimension, ResponseTally>(context, named('responses', counted), counting).load(dimension);
}

/** How all of the events were answered. */
export async function wholeTally(context: Counter, counted: CountedEvents): Promise<ResponseTally> {
  const [whole] = await responseRows(context, counted, 'WHOLE');
  if (whole === undefined) throw new Error('Expected one row of the whole, got none.');
  return whole;
}

/** How the clocks of one kind ran; one that was met at its due instant was met on time. */
export interface ClockTally {
  readonly kind: DeadlineKind;
  readonly metOnTime: number;
  readonly metLate: number;
  readonly running: number;
  readonly breached: number;
}

/** How the clocks of the events ran that bound to the end, by kind. Clocks that a later judgement dropped count nowhere. */
export function clockRows(
  context: Counter,
  counted: CountedEvents,
  dimension: EventDimension,
): Promise<Part<EventDimension, ClockTally>[]> {
  const now = context.clock.now();
  const counting = {
    matters: Prisma.sql`
      SELECT m.severity, m.source, m.office, m.region, c.kind, c.met_at, c.due_at
        FROM (${mattersOf(counted)}) m JOIN sentiment.response_clock c ON c.event_id = m.id AND c.dropped_at IS NULL`,
    columns: EVENT_COLUMNS,
    also: Prisma.sql`kind`,
    tally: Prisma.sql`kind,
      count(*) FILTER (WHERE met_at <= due_at)::int AS "metOnTime",
      count(*) FILTER (WHERE met_at > due_at)::int AS "metLate",
      count(*) FILTER (WHERE met_at IS NULL AND due_at >= ${now})::int AS running,
      count(*) FILTER (WHERE met_at IS NULL AND due_at < ${now})::int AS breached`,
  };
  return countedBy<EventDimension, ClockTally>(context, named('clocks', counted), counting).load(dimension);
}

/** How events were evaluated, and what offices were held to account by. */
export interface EffectTally {
  readonly evaluated: number;
  /** Found wanting in at least one of the three respects. */
  readonly foundWanting: number;
  /** Those of them that had a great negative influence: someone is to be held to account. */
  readonly accountable: number;
  readonly circulatedCriticisms: number;
  readonly talks: number;
}

/**
 * How the effect of events was evaluated.
 *
 * @see rule P6
 */
export function effectRows(
  context: Counter,
  counted: CountedEvents,
  dimension: EventDimension,
): Promise<Part<EventDimension, EffectTally>[]> {
  const wanting = Prisma.sql`NOT (handled_well AND answered_fittingly AND reported_in_time)`;
  const counting = {
    matters: Prisma.sql`
      SELECT m.*, v.*, taken.criticisms, taken.talks
        FROM (${mattersOf(counted)}) m
        LEFT JOIN sentiment.effect_evaluation v ON v.event_id = m.id
        LEFT JOIN (
          SELECT event_id AS measured_id, count(*) FILTER (WHERE kind = 'CIRCULATED_CRITICISM') AS criticisms,
                 count(*) FILTER (WHERE kind = 'TALK') AS talks
            FROM sentiment.accountability_measure GROUP BY event_id) taken ON taken.measured_id = m.id`,
    columns: EVENT_COLUMNS,
    tally: Prisma.sql`count(event_id)::int AS evaluated,
      count(event_id) FILTER (WHERE ${wanting})::int AS "foundWanting",
      count(event_id) FILTER (WHERE ${wanting} AND had_negative_influence)::int AS accountable,
      coalesce(sum(criticisms), 0)::int AS "circulatedCriticisms", coalesce(sum(talks), 0)::int AS talks`,
  };
  return countedBy<EventDimension, EffectTally>(context, named('effects', counted), counting).load(dimension);
}

function named(what: string, counted: CountedEvents): string {
  return `performance: ${what} of ${JSON.stringify(counted)}`;
}
