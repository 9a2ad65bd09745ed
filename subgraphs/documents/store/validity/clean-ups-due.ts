import { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import { toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { CLEAN_UP_YEARS } from '../../rules/validity/clean-up.ts';
import type { DocumentsContext } from '../database.ts';

/** An issuer whose normative documents (规范性文件) are to be cleaned up. */
export interface CleanUpDue {
  readonly issuerId: string;
  readonly regionCode: string;
  /** How many of them hold. */
  readonly documents: number;
  /** The day that the last clean-up looked at; null when there was none. */
  readonly lastAsOf: Date | null;
  /** Two years after that, or after the oldest of them was published. */
  readonly dueOn: Date;
}

/**
 * Issuers of a region and those below it whose normative documents were not cleaned up for two years, by region and
 * issuer. Advice only: the two years are from memory (D18).
 *
 * @param on - the civil day in Asia/Shanghai on which it is due or overdue
 */
export function cleanUpsDue(
  { db }: DocumentsContext,
  region: string,
  on: CivilDate,
  page: PageArgs,
): Promise<Page<CleanUpDue>> {
  const due = dueWithin(region, on);
  return readPage<CleanUpDue>(page, {
    find: (take, position) => {
      const [regionCode = '', issuerId = ''] = position ?? [];
      return db.$queryRaw<CleanUpDue[]>`
        SELECT * FROM (${due}) due WHERE ("regionCode", "issuerId") > (${regionCode}, ${issuerId})
         ORDER BY "regionCode", "issuerId" LIMIT ${take}`;
    },
    positionOf: ({ regionCode, issuerId }) => [regionCode, issuerId],
    count: async () => (await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM (${due}) due`)[0]?.count ?? 0,
  });
}

function dueWithin(region: string, on: CivilDate): Prisma.Sql {
  const { from, to } = regionRange(region);
  return Prisma.sql`
    SELECT *, (since + ${CLEAN_UP_YEARS} * interval '1 year')::date AS "dueOn" FROM (
      SELECT issuer_id AS "issuerId", min(d.region_code) AS "regionCode", count(*)::int AS documents,
             last.as_of AS "lastAsOf",
             coalesce(last.as_of, min((d.published_at AT TIME ZONE 'Asia/Shanghai')::date)) AS since
        FROM documents.document d
        LEFT JOIN (SELECT issuer_id, max(as_of) AS as_of FROM documents.clean_up GROUP BY issuer_id) last USING (issuer_id)
       WHERE d.status = 'PUBLISHED' AND d.is_normative AND d.validity IN ('IN_FORCE', 'AMENDED')
         AND d.region_code BETWEEN ${from} AND ${to}
       GROUP BY issuer_id, last.as_of) normative
     WHERE (since + ${CLEAN_UP_YEARS} * interval '1 year')::date <= ${toUtcMidnight(on)}::date`;
}
