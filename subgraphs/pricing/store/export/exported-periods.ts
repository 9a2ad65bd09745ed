import { Prisma } from '../../../../prisma/generated/pricing/client/client.ts';
import type { Database, PriceList } from '../database.ts';
import { EXPORT_COLUMNS } from './exported-prices.ts';

/** How many periods one statement brings. */
export const PERIODS_PAGE = 5_000;

/** Some periods, one as JSON on each line, and the id of the last one. */
export interface PeriodsPage {
  readonly count: number;
  readonly text: string;
  readonly last: string;
}

/**
 * The periods that begin with a list, or end with it, behind an id: at most {@link PERIODS_PAGE}, sorted by id; null when
 * there are none. The database writes the lines. All that end on the list's first day count as ended by it.
 */
export async function periodsPage(db: Database, list: PriceList, behind: string): Promise<PeriodsPage | null> {
  const { id, institutionId, kind, effectiveOn } = list;
  const some = Prisma.sql`p.id > ${behind} ORDER BY p.id LIMIT ${PERIODS_PAGE}`;
  const [page] = await db.$queryRaw<PeriodsPage[]>`
    SELECT count(*)::int AS count, max(line.id) AS last, string_agg(line.text, '' ORDER BY line.id) AS text FROM (
      SELECT r.id, json_strip_nulls(row_to_json(r))::text || E'\n' AS text FROM (
        SELECT ${EXPORT_COLUMNS}, to_char(p.ended_on, 'YYYY-MM-DD') AS "endedOn", p.is_sample AS "isSample" FROM (
          (SELECT p.* FROM pricing.price p WHERE p.list_id = ${id} AND ${some})
          UNION ALL
          (SELECT p.* FROM pricing.price p WHERE p.institution_id = ${institutionId}
            AND p.kind = ${kind}::pricing.price_kind AND p.ended_on = ${effectiveOn}::date AND p.list_id <> ${id} AND ${some})
        ) p ORDER BY p.id LIMIT ${PERIODS_PAGE}) r) line`;
  return page === undefined || page.count === 0 ? null : page;
}

/** The last list of the same institution, kind and first day, when it is not this one; null when it is. */
export async function listInItsPlace(db: Database, list: PriceList): Promise<string | null> {
  const { institutionId, kind, effectiveOn } = list;
  const last = await db.priceList.findFirst({
    where: { institutionId, kind, effectiveOn },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return last === null || last.id === list.id ? null : last.id;
}
