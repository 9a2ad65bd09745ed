import type { DecisionCatalogue, MajorDecision, Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import { regionRange } from '../../../../core/region-code.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import { entityLoader } from '../../../kit/per-request.ts';
import { staffRegions } from '../../../kit/staff.ts';
import { requireCatalogueYear } from '../../rules/decision/catalogue.ts';
import type { Database, DocumentsContext } from '../database.ts';

/** Which catalogues of decisions a viewer may read: those that are published, and for staff all of their regions. */
function readableCatalogues(viewer: Viewer | null): Prisma.DecisionCatalogueWhereInput {
  const own = staffRegions(viewer).map(({ from, to }) => ({ regionCode: { gte: from, lte: to } }));
  return { OR: [{ publishedAt: { not: null } }, ...own] };
}

/** One catalogue of decisions by its id, batched. Only what the viewer may read. */
export const decisionCatalogueById = entityLoader<Database, DecisionCatalogue>({
  typeName: 'DecisionCatalogue',
  keyOf: (catalogue) => catalogue.id,
  find: (query, ids, { db, scope }) =>
    db.decisionCatalogue.findMany({
      ...query,
      where: { AND: [{ id: { in: ids } }, readableCatalogues(scope.viewer)] },
    }),
});

/** One decision by its id, batched. Only what the viewer may read. */
export const majorDecisionById = entityLoader<Database, MajorDecision>({
  typeName: 'MajorDecision',
  keyOf: (decision) => decision.id,
  find: (query, ids, { db, scope }) =>
    db.majorDecision.findMany({ ...query, where: { id: { in: ids }, catalogue: readableCatalogues(scope.viewer) } }),
});

/** Who must publish a catalogue of a year, and the one that there is. */
export interface OwedCatalogue {
  readonly issuerId: string;
  readonly regionCode: string;
  readonly year: number;
  /** When it was published, as the public knows; null when it was not. */
  readonly publishedAt: Date | null;
  /** The catalogue, when the viewer may read it. */
  readonly catalogueId: string | null;
}

/**
 * Every health authority of a region that the hub knows, and every other issuer with a catalogue of the year, by region and
 * id; one statement.
 *
 * @throws Fault BAD_USER_INPUT for a region code or a year that is none
 */
export async function owedCatalogues(
  { db, scope }: DocumentsContext,
  region: string,
  year: number,
): Promise<OwedCatalogue[]> {
  requireCatalogueYear(year);
  const { from, to } = regionRange(region);
  const own = staffRegions(scope.viewer);
  const [lows, highs] = [own.map((range) => range.from), own.map((range) => range.to)];
  return db.$queryRaw<OwedCatalogue[]>`
    SELECT coalesce(i.id, c.issuer_id) AS "issuerId", coalesce(i.region_code, c.region_code) AS "regionCode",
           ${year}::int AS year, c.published_at AS "publishedAt", c.id AS "catalogueId"
      FROM (SELECT id, region_code FROM documents.followed_institution WHERE kind = 'HEALTH_AUTHORITY'
               AND region_code BETWEEN ${from} AND ${to}) i
      FULL JOIN (
        SELECT id, issuer_id, region_code, published_at FROM documents.decision_catalogue k
         WHERE k.year = ${year} AND k.region_code BETWEEN ${from} AND ${to}
           AND (k.published_at IS NOT NULL OR EXISTS (
             SELECT 1 FROM unnest(${lows}::text[], ${highs}::text[]) AS own (lowest, highest)
              WHERE k.region_code BETWEEN own.lowest AND own.highest))
      ) c ON c.issuer_id = i.id
     ORDER BY 2, 1`;
}
