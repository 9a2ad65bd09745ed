import type { CatalogueContext } from './database.ts';

/** A region that is above another, and its health authority. */
export interface Superior {
  readonly regionCode: string;
  /** Null when the hub knows none. */
  readonly authorityId: string | null;
}

/** The nearest region above a region that an authority governs; null for a province, and for a region that is none. */
export async function superiorOf({ db }: CatalogueContext, regionCode: string): Promise<Superior | null> {
  const [superior] = await db.$queryRaw<Superior[]>`
    WITH RECURSIVE above AS (
      SELECT p.code, p.parent_code, p.is_pseudo
        FROM catalogue.region r JOIN catalogue.region p ON p.code = r.parent_code WHERE r.code = ${regionCode}
      UNION ALL
      SELECT p.code, p.parent_code, p.is_pseudo
        FROM above JOIN catalogue.region p ON p.code = above.parent_code WHERE above.is_pseudo
    )
    SELECT code AS "regionCode", (
        SELECT min(i.id) FROM catalogue.institution i WHERE i.region_code = code AND i.kind = 'HEALTH_AUTHORITY'
      ) AS "authorityId"
      FROM above WHERE NOT is_pseudo`;
  return superior ?? null;
}
