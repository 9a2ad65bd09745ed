import { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import { civilDate, startOfDay } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { SEVERAL_CHANNELS, type InterpretationCounts } from '../../rules/interpretation/interpretation-performance.ts';
import type { TargetValues } from '../../rules/interpretation/issuer-target.ts';
import type { DocumentsContext } from '../database.ts';

/** Whose performance is asked for. */
export interface PerformanceAsked {
  /** A region code; includes the regions below it. */
  readonly region: string;
  /** The year of publication in Asia/Shanghai. */
  readonly year: number;
}

/** How often the leaders of issuers interpreted in a year (rule I6). */
interface LeaderCount {
  readonly leaderInterpretations: number;
}

/**
 * How the policy documents that a region and those below it published in a year were interpreted; one query. A form
 * other than text makes an interpretation diversified; channels count over all interpretations of a document.
 */
export async function interpretationCounts(
  { db }: DocumentsContext,
  asked: PerformanceAsked,
): Promise<InterpretationCounts & LeaderCount> {
  const rows = await db.$queryRaw<(InterpretationCounts & LeaderCount)[]>`
    WITH done AS (${doneWithin(asked)}), led AS (${ledWithin(asked)})
    SELECT ${COUNTS}, (SELECT count(*)::int FROM led) AS "leaderInterpretations" FROM done`;
  return rows[0] ?? { documentsDue: 0, interpreted: 0, diversified: 0, multiChannel: 0, leaderInterpretations: 0 };
}

/** The same of one issuer, beside what it set itself. */
export interface IssuerPerformance extends InterpretationCounts, LeaderCount {
  readonly issuerId: string;
  readonly regionCode: string;
  readonly target: Pick<TargetValues, 'diversifiedRate' | 'multiChannelRate' | 'leaderInterpretations'>;
}

type IssuerRow = Omit<IssuerPerformance, 'target'> & {
  readonly diversifiedTarget: number | null;
  readonly multiChannelTarget: number | null;
  readonly leaderTarget: number | null;
};

/** The performance of every issuer that something was due of or that set a target, by region and issuer; one query. */
export function issuerPerformances(
  { db }: DocumentsContext,
  asked: PerformanceAsked,
  page: PageArgs,
): Promise<Page<IssuerPerformance>> {
  const issuers = issuersWithin(asked);
  return readPage<IssuerPerformance>(page, {
    find: async (take, position) => {
      const [regionCode = '', issuerId = ''] = position ?? [];
      const rows = await db.$queryRaw<IssuerRow[]>`
        SELECT * FROM (${issuers}) issuers WHERE ("regionCode", "issuerId") > (${regionCode}, ${issuerId})
         ORDER BY "regionCode", "issuerId" LIMIT ${take}`;
      return rows.map(({ diversifiedTarget, multiChannelTarget, leaderTarget, ...counts }) => ({
        ...counts,
        target: {
          diversifiedRate: diversifiedTarget,
          multiChannelRate: multiChannelTarget,
          leaderInterpretations: leaderTarget,
        },
      }));
    },
    positionOf: ({ regionCode, issuerId }) => [regionCode, issuerId],
    count: async () =>
      (await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM (${issuers}) issuers`)[0]?.count ?? 0,
  });
}

function issuersWithin(asked: PerformanceAsked): Prisma.Sql {
  const { from, to } = regionRange(asked.region);
  return Prisma.sql`
    WITH done AS (${doneWithin(asked)}),
    led AS (SELECT issuer_id, min(region_code) AS region_code, count(*)::int AS times
              FROM (${ledWithin(asked)}) one GROUP BY issuer_id),
    counted AS (SELECT issuer_id, min(region_code) AS region_code, ${COUNTS} FROM done GROUP BY issuer_id),
    target AS (SELECT * FROM documents.issuer_target
                WHERE year = ${asked.year} AND region_code BETWEEN ${from} AND ${to})
    SELECT issuer_id AS "issuerId", coalesce(c.region_code, l.region_code, t.region_code) AS "regionCode",
           coalesce("documentsDue", 0) AS "documentsDue", coalesce(interpreted, 0) AS interpreted,
           coalesce(diversified, 0) AS diversified, coalesce("multiChannel", 0) AS "multiChannel",
           coalesce(l.times, 0) AS "leaderInterpretations", t.diversified_rate::float8 AS "diversifiedTarget",
           t.multi_channel_rate::float8 AS "multiChannelTarget", t.leader_interpretations AS "leaderTarget"
      FROM counted c FULL JOIN led l USING (issuer_id) FULL JOIN target t USING (issuer_id)`;
}

const COUNTS = Prisma.sql`
  count(*)::int AS "documentsDue", count(*) FILTER (WHERE interpreted)::int AS interpreted,
  count(*) FILTER (WHERE diversified)::int AS diversified, count(*) FILTER (WHERE several)::int AS "multiChannel"`;

/** Each policy document that an interpretation is due of, and what it has. */
export function doneWithin({ region, year }: PerformanceAsked): Prisma.Sql {
  const { from, to } = regionRange(region);
  const { begins, ends } = instantsOf(year);
  return Prisma.sql`
    SELECT d.id, d.published_at, min(d.issuer_id) AS issuer_id, min(d.region_code) AS region_code,
           count(i.id) > 0 AS interpreted,
           coalesce(bool_or(i.forms <> '{}' AND NOT i.forms <@ ARRAY['TEXT']::documents.interpretation_form[]), false) AS diversified,
           count(DISTINCT c.channel) >= ${SEVERAL_CHANNELS} AS several
      FROM documents.document d
      LEFT JOIN documents.interpretation i ON i.document_id = d.id AND i.published_at IS NOT NULL
      LEFT JOIN LATERAL unnest(i.channels) AS c (channel) ON true
     WHERE d.status = 'PUBLISHED' AND d.attribute = 'PROACTIVE' AND d.is_policy
       AND d.region_code BETWEEN ${from} AND ${to} AND d.published_at >= ${begins} AND d.published_at < ${ends}
     GROUP BY d.id, d.published_at`;
}

/** Each interpretation by a leader that went out in the year, of a document of any year. */
function ledWithin({ region, year }: PerformanceAsked): Prisma.Sql {
  const { from, to } = regionRange(region);
  const { begins, ends } = instantsOf(year);
  return Prisma.sql`
    SELECT d.issuer_id, d.region_code FROM documents.document d JOIN documents.interpretation i ON i.document_id = d.id
     WHERE d.status = 'PUBLISHED' AND i.interpreter = 'LEADER' AND d.region_code BETWEEN ${from} AND ${to}
       AND i.published_at >= ${begins} AND i.published_at < ${ends}`;
}

const LAST_YEAR = 9998;

/**
 * The instants at which a year begins and ends in Asia/Shanghai.
 *
 * @throws Fault BAD_USER_INPUT for a year that no day is written with
 */
function instantsOf(year: number): { readonly begins: Date; readonly ends: Date } {
  if (year < 1 || year > LAST_YEAR) {
    throw new Fault('BAD_USER_INPUT', `Expected a year from 1 to ${String(LAST_YEAR)}, got ${String(year)}.`);
  }
  const first = (of: number) => startOfDay(civilDate(`${String(of).padStart(4, '0')}-01-01`));
  return { begins: first(year), ends: first(year + 1) };
}
