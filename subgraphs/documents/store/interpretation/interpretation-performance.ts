import type { IssuerTarget } from '../../../../prisma/generated/documents/client/client.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { SEVERAL_CHANNELS, type InterpretationCounts } from '../../rules/interpretation/interpretation-performance.ts';
import type { DocumentsContext } from '../database.ts';

/**
 * How the policy documents that a region and those below it published in a year were interpreted; one query. A form
 * other than text makes an interpretation diversified; channels count over all interpretations of a document.
 *
 * @param year - the year of publication in Asia/Shanghai
 */
export async function interpretationCounts(
  { db }: DocumentsContext,
  region: string,
  year: number,
): Promise<InterpretationCounts> {
  const { from, to } = regionRange(region);
  const rows = await db.$queryRaw<InterpretationCounts[]>`
    WITH due AS (
      SELECT d.id FROM documents.document d
       WHERE d.status = 'PUBLISHED' AND d.attribute = 'PROACTIVE' AND d.is_policy
         AND d.region_code BETWEEN ${from} AND ${to}
         AND extract(year FROM d.published_at AT TIME ZONE 'Asia/Shanghai') = ${year}
    ), done AS (
      SELECT due.id, count(i.id) > 0 AS interpreted,
             coalesce(bool_or(i.forms <> '{}' AND NOT i.forms <@ ARRAY['TEXT']::documents.interpretation_form[]), false) AS diversified,
             count(DISTINCT c.channel) >= ${SEVERAL_CHANNELS} AS several
        FROM due
        LEFT JOIN documents.interpretation i ON i.document_id = due.id AND i.published_at IS NOT NULL
        LEFT JOIN LATERAL unnest(i.channels) AS c (channel) ON true
       GROUP BY due.id
    )
    SELECT count(*)::int AS "documentsDue", count(*) FILTER (WHERE interpreted)::int AS interpreted,
           count(*) FILTER (WHERE diversified)::int AS diversified, count(*) FILTER (WHERE several)::int AS "multiChannel"
      FROM done`;
  return rows[0] ?? { documentsDue: 0, interpreted: 0, diversified: 0, multiChannel: 0 };
}

/** The targets that issuers of a region and those below it set themselves for a year, by issuer. */
export function interpretationTargets({ db }: DocumentsContext, region: string, year: number): Promise<IssuerTarget[]> {
  const { from, to } = regionRange(region);
  return db.issuerTarget.findMany({
    where: { year, regionCode: { gte: from, lte: to } },
    orderBy: [{ regionCode: 'asc' }, { issuerId: 'asc' }],
  });
}
