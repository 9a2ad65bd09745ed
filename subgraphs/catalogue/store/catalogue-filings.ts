import { Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import { addDays, fromUtcMidnight, startOfDay, type CivilDate } from '../../../core/civil-date.ts';
import type { CatalogueStatus } from '../rules/filing-status.ts';
import type { CatalogueContext } from './database.ts';
import { inForceOn } from './in-force.ts';

/** How one region below files the catalogue that it derives from the superior's edition in force. */
export interface CatalogueFiling {
  readonly regionCode: string;
  /** The latest edition derived from it, a filed one before a draft; null when there is none. */
  readonly catalogueId: string | null;
  /** How far that had come when the day ended. */
  readonly status: CatalogueStatus | null;
  readonly filedOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  /** The last day to file again after a return; null unless it is returned and a day was set. */
  readonly refileDueOn: CivilDate | null;
  /** True for an edition that was taken over, which comes without its steps: it was approved, so it was filed. */
  readonly isFiledElsewhere: boolean;
}

type Row = { readonly [Key in keyof CatalogueFiling]: CatalogueFiling[Key] | Date };

/**
 * How the regions directly below one (statistical placeholders passed over) that have a health authority stood on a day
 * with filing what they derive from its edition in force, in the order of their codes; one statement.
 */
export async function catalogueFilings(
  { db }: CatalogueContext,
  regionCode: string,
  on: CivilDate,
): Promise<CatalogueFiling[]> {
  const rows = await db.$queryRaw<Row[]>(statement(regionCode, on));
  return rows.map((row) => {
    const days = Object.entries(row).map(([name, cell]) => [name, cell instanceof Date ? fromUtcMidnight(cell) : cell]);
    return Object.fromEntries(days) as CatalogueFiling;
  });
}

function statement(regionCode: string, on: CivilDate): Prisma.Sql {
  const end = startOfDay(addDays(on, 1));
  return Prisma.sql`
    WITH RECURSIVE below (code, is_pseudo) AS (
      SELECT code, is_pseudo FROM catalogue.region WHERE parent_code = ${regionCode}
      UNION ALL
      SELECT r.code, r.is_pseudo FROM below b JOIN catalogue.region r ON r.parent_code = b.code WHERE b.is_pseudo
    ), superior AS (
      SELECT c.id, c.subordinates_file_by FROM catalogue.catalogue c
       WHERE c.region_code = ${regionCode} AND ${inForceOn(on)}
       ORDER BY c.effective_on DESC, c.id DESC LIMIT 1
    ), step AS (
      SELECT c.region_code, c.id, s.status, s.at, s.due_on, s.ordinal,
             row_number() OVER (PARTITION BY c.region_code ORDER BY s.status = 'DRAFT', s.at DESC, s.ordinal DESC) AS newest
        FROM superior JOIN catalogue.catalogue c ON c.based_on_id = superior.id
        JOIN catalogue.catalogue_step s ON s.catalogue_id = c.id
       WHERE c.held_from IS NULL AND s.at < ${end} AND s.status <> 'SUPERSEDED'
    ), latest AS (
      SELECT region_code, id, status, due_on, false AS is_held FROM step WHERE newest = 1
      UNION ALL
      (SELECT DISTINCT ON (c.region_code) c.region_code, c.id, 'APPROVED', NULL, true
         FROM superior JOIN catalogue.catalogue c ON c.based_on_id = superior.id
        WHERE c.held_from IS NOT NULL
        ORDER BY c.region_code, c.effective_on DESC, c.id DESC)
    )
    SELECT b.code AS "regionCode", last.id AS "catalogueId", last.status, superior.subordinates_file_by AS "dueOn",
           (SELECT (min(at) AT TIME ZONE 'Asia/Shanghai')::date FROM step
             WHERE step.region_code = b.code AND step.status = 'FILED') AS "filedOn",
           CASE WHEN last.status = 'RETURNED' THEN last.due_on END AS "refileDueOn",
           coalesce(last.is_held, false) AS "isFiledElsewhere"
      FROM below b
      LEFT JOIN superior ON true
      LEFT JOIN LATERAL (
        SELECT * FROM latest WHERE latest.region_code = b.code ORDER BY is_held DESC LIMIT 1
      ) last ON true
     WHERE NOT b.is_pseudo AND EXISTS (
       SELECT 1 FROM catalogue.institution i WHERE i.region_code = b.code AND i.kind = 'HEALTH_AUTHORITY')
     ORDER BY b.code`;
}
