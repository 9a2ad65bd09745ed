import { Fault } from '../../../core/fault.ts';
import { regionRange } from '../../../core/region-code.ts';
import type { AttributeCounts } from '../rules/attribute-counts.ts';
import type { DocumentsContext } from './database.ts';

const FIRST_YEAR = 1949;
const MOST_YEARS = 30;

/**
 * How many documents of a region and those below it stood in each class at the end of each year: those approved by then
 * and not withdrawn, each by its attribute of then. One statement.
 *
 * @throws Fault BAD_USER_INPUT for years out of range
 */
export function attributeCounts(
  { db }: DocumentsContext,
  region: string,
  years: { readonly from: number; readonly to: number },
): Promise<AttributeCounts[]> {
  if (years.from < FIRST_YEAR || years.to < years.from || years.to - years.from > MOST_YEARS) {
    const got = `${String(years.from)} to ${String(years.to)}`;
    throw new Fault('BAD_USER_INPUT', `Expected years from ${String(FIRST_YEAR)}, at most 30 years apart, got ${got}.`);
  }
  const { from, to } = regionRange(region);
  return db.$queryRaw<AttributeCounts[]>`
    WITH asked AS (
      SELECT year, make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai') AS ends
        FROM generate_series(${years.from}::int, ${years.to}::int) AS year
    ), standing AS (
      SELECT asked.year, coalesce(was.after, d.attribute) AS attribute,
             d.approved_at >= asked.ends - interval '1 year' AS is_new
        FROM asked JOIN documents.document d
          ON d.region_code BETWEEN ${from} AND ${to} AND d.approved_at < asked.ends
         AND (d.withdrawn_at IS NULL OR d.withdrawn_at >= asked.ends)
        LEFT JOIN LATERAL (
          SELECT c.after FROM documents.attribute_change c
           WHERE c.document_id = d.id AND c.changed_at < asked.ends
           ORDER BY c.id DESC LIMIT 1) was ON true
    )
    SELECT asked.year::int AS year,
           count(*) FILTER (WHERE attribute = 'PROACTIVE')::int AS proactive,
           count(*) FILTER (WHERE attribute = 'ON_REQUEST')::int AS "onRequest",
           count(*) FILTER (WHERE attribute = 'WITHHELD')::int AS withheld,
           count(*) FILTER (WHERE attribute IS NOT NULL AND is_new)::int AS issued,
           count(*) FILTER (WHERE attribute IN ('ON_REQUEST', 'WITHHELD') AND is_new)::int AS "issuedHidden"
      FROM asked LEFT JOIN standing ON standing.year = asked.year
     GROUP BY asked.year ORDER BY asked.year`;
}
