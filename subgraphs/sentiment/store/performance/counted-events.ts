import { Prisma } from '../../../../prisma/generated/sentiment/client/client.ts';
import { regionRange, type RegionRange } from '../../../../core/region-code.ts';
import { instantsOf, type Instants, type Period } from '../../rules/performance/response-performance.ts';
import type { Severity } from '../../rules/opinion/response-deadline.ts';
import type { OpinionSource } from '../database.ts';
import { regionBelow, type Counting } from './by-dimension.ts';

/** By what events are counted. */
export type EventDimension = 'WHOLE' | 'SEVERITY' | 'SOURCE' | 'OFFICE' | 'REGION';

/** Which events are counted. Null: any. */
export interface CountedEvents extends Instants {
  /** The region that was asked for. */
  readonly region: string;
  readonly range: RegionRange;
  readonly severity: Severity | null;
  readonly source: OpinionSource | null;
  /** The office that must answer; `id: null` for events of which none is named. */
  readonly office: { readonly id: string | null } | null;
}

/** What a caller asks for. */
export interface PerformanceArgs extends Period {
  readonly region: string;
  readonly severity?: Severity | null | undefined;
  readonly source?: OpinionSource | null | undefined;
  readonly office?: string | null | undefined;
}

/**
 * The events that a caller asks to be counted.
 *
 * @throws Fault BAD_USER_INPUT for a region code that is none, or a period that ends before it begins
 */
export function countedEvents({ region, severity, source, office, ...period }: PerformanceArgs): CountedEvents {
  return {
    ...instantsOf(period),
    region,
    range: regionRange(region),
    severity: severity ?? null,
    source: source ?? null,
    office: office == null ? null : { id: office },
  };
}

/** Those of them that one row counts. */
export function eventsOfRow(counted: CountedEvents, dimension: EventDimension, value: string | null): CountedEvents {
  switch (dimension) {
    case 'WHOLE':
      return counted;
    case 'SEVERITY':
      return { ...counted, severity: value as Severity };
    case 'SOURCE':
      return { ...counted, source: value as OpinionSource };
    case 'OFFICE':
      return { ...counted, office: { id: value } };
    case 'REGION': {
      const code = value ?? '';
      return { ...counted, range: code === counted.region ? { from: code, to: code } : regionRange(code) };
    }
  }
}

/** The columns by which events are counted, of the table that {@link mattersOf} makes. */
export const EVENT_COLUMNS: Counting<EventDimension>['columns'] = {
  WHOLE: null,
  SEVERITY: Prisma.sql`severity`,
  SOURCE: Prisma.sql`source`,
  OFFICE: Prisma.sql`office`,
  REGION: Prisma.sql`region`,
};

/** The events as a table: one row each, with the columns to count by. */
export function mattersOf(counted: CountedEvents): Prisma.Sql {
  const { region, range, since, before, severity, source, office } = counted;
  const narrowed = [
    severity === null ? Prisma.empty : Prisma.sql`AND e.severity = ${severity}::sentiment.severity`,
    source === null ? Prisma.empty : Prisma.sql`AND e.source = ${source}::sentiment.opinion_source`,
    office === null ? Prisma.empty : Prisma.sql`AND e.responsible_id IS NOT DISTINCT FROM ${office.id}`,
  ];
  return Prisma.sql`
    SELECT e.id, e.severity, e.source, e.responsible_id AS office, ${regionBelow(region, Prisma.sql`e.region_code`)} AS region,
           e.detected_at, e.responded_at, e.response_due_at,
           date_part('epoch', e.responded_at - e.detected_at) / 3600 AS hours
      FROM sentiment.opinion_event e
     WHERE e.region_code BETWEEN ${range.from} AND ${range.to}
       AND e.detected_at >= ${since} AND e.detected_at < ${before}
       AND e.severity IS NOT NULL ${Prisma.join(narrowed, ' ')}`;
}
