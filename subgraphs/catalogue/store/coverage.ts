import { addDays, fromUtcMidnight, startOfDay, type CivilDate } from '../../../core/civil-date.ts';
import { regionRange } from '../../../core/region-code.ts';
import { inGroups, inOrder, perRequest } from '../../kit/per-request.ts';
import { coverage, type Coverage, type CountedFacts } from '../rules/coverage.ts';
import { itemStatus, type ItemStatus } from '../rules/item-status.ts';
import type { CatalogueContext } from './database.ts';

interface FactsRow {
  readonly scope: string;
  readonly code: string;
  readonly name: string;
  readonly isDisclosed: boolean;
  readonly wasDisclosed: boolean;
  readonly firstDueOn: Date | null;
  readonly items: number;
}

/**
 * The coverage of a region and those below it on a day: over the catalogues in force there that day, and what stood
 * under their items when the day ended. One query, however many regions and items a request asks for.
 */
export function coverageOf(context: CatalogueContext, regionCode: string, on: CivilDate): Promise<Coverage> {
  return perRequest(context, `coverage on ${on}`, async (codes: readonly string[]) => {
    const rows = await countedFacts(context, codes, on);
    return inGroups(codes, rows, (row) => row.scope).map((group) => coverage(group.map(factsOf), on));
  }).load(regionCode);
}

function factsOf(row: FactsRow): CountedFacts {
  const firstDueOn = row.firstDueOn === null ? null : fromUtcMidnight(row.firstDueOn);
  const category = { code: row.code, name: row.name };
  return { category, items: row.items, isDisclosed: row.isDisclosed, wasDisclosed: row.wasDisclosed, firstDueOn };
}

function countedFacts({ db }: CatalogueContext, codes: readonly string[], on: CivilDate): Promise<FactsRow[]> {
  const ranges = codes.map((code) => regionRange(code));
  const end = startOfDay(addDays(on, 1));
  return db.$queryRaw<FactsRow[]>`
    WITH scope AS (
      SELECT * FROM unnest(${codes}::text[], ${ranges.map((r) => r.from)}::text[], ${ranges.map((r) => r.to)}::text[])
        AS scope (code, lowest, highest)
    ), in_force AS (
      SELECT DISTINCT ON (region_code) id, region_code FROM catalogue.catalogue
       WHERE status IN ('APPROVED', 'SUPERSEDED') AND effective_on <= ${on}::date
       ORDER BY region_code, effective_on DESC, id DESC
    ), fact AS (
      SELECT f.region_code, i.category_code, i.first_due_on,
             coalesce(bool_or(d.id IS NOT NULL AND (d.withdrawn_at IS NULL OR d.withdrawn_at >= ${end})), false) AS "isDisclosed",
             count(d.id) > 0 AS "wasDisclosed"
        FROM in_force f
        JOIN catalogue.catalogue_item i ON i.catalogue_id = f.id AND i.is_in_force
        LEFT JOIN catalogue.disclosed_item l ON l.item_id = i.id
        LEFT JOIN catalogue.disclosure d ON d.id = l.disclosure_id AND d.published_at < ${end}
       GROUP BY f.region_code, i.id
    )
    SELECT s.code AS scope, c.code, c.name, fact.first_due_on AS "firstDueOn", "isDisclosed", "wasDisclosed",
           count(*)::int AS items
      FROM scope s
      JOIN fact ON fact.region_code BETWEEN s.lowest AND s.highest
      JOIN catalogue.category c ON c.code = fact.category_code
     GROUP BY s.code, c.code, c.name, fact.first_due_on, "isDisclosed", "wasDisclosed"`;
}

/** Where an item stands today; batched. */
export function itemStatusOf(context: CatalogueContext, itemId: string, on: CivilDate): Promise<ItemStatus> {
  return perRequest(context, `item status on ${on}`, async (ids: readonly string[]) => {
    const rows = await context.db.$queryRaw<(Omit<FactsRow, 'scope' | 'code' | 'name'> & { id: string })[]>`
      SELECT i.id, i.first_due_on AS "firstDueOn",
             coalesce(bool_or(d.id IS NOT NULL AND d.withdrawn_at IS NULL), false) AS "isDisclosed",
             count(d.id) > 0 AS "wasDisclosed"
        FROM catalogue.catalogue_item i
        LEFT JOIN catalogue.disclosed_item l ON l.item_id = i.id
        LEFT JOIN catalogue.disclosure d ON d.id = l.disclosure_id
       WHERE i.id = ANY (${ids}::text[]) GROUP BY i.id`;
    return inOrder(ids, rows, (row) => row.id).map((row) => {
      const firstDueOn = row?.firstDueOn == null ? null : fromUtcMidnight(row.firstDueOn);
      return itemStatus(
        { isDisclosed: row?.isDisclosed ?? false, wasDisclosed: row?.wasDisclosed ?? false, firstDueOn },
        on,
      );
    });
  }).load(itemId);
}
