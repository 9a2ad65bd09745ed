import { Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import { addDays, startOfDay, type CivilDate } from '../../../core/civil-date.ts';
import { regionRange } from '../../../core/region-code.ts';
import { inGroups, inOrder, perRequest } from '../../kit/per-request.ts';
import { coverage, type Coverage, type CountedFacts } from '../rules/coverage.ts';
import { itemStatus, type ItemFacts, type ItemStatus } from '../rules/item-status.ts';
import { inForceOn } from './in-force.ts';
import type { CatalogueContext } from './database.ts';

/** Coverage, and the position of the log up to which publications were followed for it. */
export interface CoverageAsOf extends Coverage {
  readonly position: number;
}

interface FactsRow extends ItemFacts {
  /** The number of the region asked for. */
  readonly scope: number;
  readonly categoryCode: string | null;
  readonly categoryName: string | null;
  readonly regionCode: string | null;
  readonly items: number;
  readonly position: bigint | null;
}

const EVERYWHERE = { from: '000000', to: '999999' };

/**
 * The coverage of a region and those below it on a day: over the catalogues in force there that day, and what stood
 * under their items when the day ended. One statement, however many regions and items a request asks for.
 *
 * @param regionCode - null for the whole country
 */
export function coverageOf(context: CatalogueContext, regionCode: string | null, on: CivilDate): Promise<CoverageAsOf> {
  return perRequest(context, `coverage on ${on}`, async (asked: readonly { code: string | null }[]) => {
    const rows = await countedFacts(
      context,
      asked.map(({ code }) => code),
      on,
    );
    const scopes = asked.map((_code, index) => String(index));
    return inGroups(scopes, rows, (row) => String(row.scope)).map((group) => {
      const position = Number(group[0]?.position ?? 0);
      return { ...coverage(group.map(factsOf)), position };
    });
  }).load({ code: regionCode });
}

function factsOf(row: FactsRow): CountedFacts {
  const { categoryCode: code, categoryName: name } = row;
  return { ...row, category: code === null || name === null ? null : { code, name } };
}

function countedFacts({ db }: CatalogueContext, codes: readonly (string | null)[], on: CivilDate): Promise<FactsRow[]> {
  const isOfCountry = codes.includes(null);
  const ranges = codes.map((code) => (code === null ? EVERYWHERE : regionRange(code)));
  return db.$queryRaw<FactsRow[]>`
    WITH scope AS (
      SELECT n - 1 AS number, lowest, highest
        FROM unnest(${ranges.map((r) => r.from)}::text[], ${ranges.map((r) => r.to)}::text[])
        WITH ORDINALITY AS scope (lowest, highest, n)
    ), asked AS ${isOfCountry ? NOT_MATERIALIZED : Prisma.empty} (
      SELECT i.matter_id, i.first_due_on, i.category_code, c.region_code
        FROM catalogue.catalogue c
        JOIN catalogue.catalogue_item i ON i.catalogue_id = c.id
       WHERE ${inForceOn(on)} AND i.is_in_force AND i.moved_to IS NULL
         AND EXISTS (SELECT 1 FROM scope s WHERE c.region_code BETWEEN s.lowest AND s.highest)
    ), counted AS (
      SELECT region_code, category_code, "isDisclosed", "wasDisclosed", "isPastFirstDue", "hasOverdueDuty",
             count(*)::int AS items
        FROM (${factsOfAsked(on, isOfCountry ? 'ALL' : 'REGIONS')}) fact
       GROUP BY 1, 2, 3, 4, 5, 6
    )
    SELECT s.number::int AS scope, counted.category_code AS "categoryCode", max(c.name) AS "categoryName",
           counted.region_code AS "regionCode", "isDisclosed", "wasDisclosed", "isPastFirstDue", "hasOverdueDuty",
           sum(items)::int AS items, (SELECT position FROM catalogue.checkpoint WHERE follower = 'disclosures') AS position
      FROM scope s
      JOIN counted ON counted.region_code BETWEEN s.lowest AND s.highest
      JOIN catalogue.category c ON c.code = counted.category_code
     GROUP BY s.number, "isDisclosed", "wasDisclosed", "isPastFirstDue", "hasOverdueDuty",
           GROUPING SETS ((counted.category_code), (counted.region_code))`;
}

const NOT_MATERIALIZED = Prisma.sql`NOT MATERIALIZED`;

/**
 * What is known on a day of the items in `asked` (matter_id, first_due_on, category_code, region_code), one row each.
 *
 * What stood when the day ended counts; a duty is overdue from the day after its last day.
 *
 * @param reach - how what stood and what is owed is found: of the items asked for, of the regions in `scope`, or, where
 *   almost all items are asked for, by reading everything in one go
 */
function factsOfAsked(on: CivilDate, reach: 'ITEMS' | 'REGIONS' | 'ALL'): Prisma.Sql {
  const end = startOfDay(addDays(on, 1));
  const ofItems = Prisma.sql`AND matter_id IN (SELECT matter_id FROM asked)`;
  const ofRegions = Prisma.sql`AND EXISTS (SELECT 1 FROM scope s WHERE region_code BETWEEN s.lowest AND s.highest)`;
  const periods = reach === 'ALL' ? Prisma.empty : ofItems;
  const duties = { ITEMS: ofItems, REGIONS: ofRegions, ALL: Prisma.empty }[reach];
  return Prisma.sql`
    SELECT asked.*, coalesce(stood."isDisclosed", false) AS "isDisclosed", stood.matter_id IS NOT NULL AS "wasDisclosed",
           coalesce(asked.first_due_on < ${on}::date, false) AS "isPastFirstDue",
           owed.matter_id IS NOT NULL AS "hasOverdueDuty"
      FROM asked
      LEFT JOIN (
        SELECT matter_id, bool_or(until IS NULL OR until >= ${end}) AS "isDisclosed"
          FROM catalogue.disclosed_period WHERE since < ${end} ${periods}
         GROUP BY matter_id
      ) stood ON stood.matter_id = asked.matter_id
      LEFT JOIN (
        SELECT DISTINCT matter_id
          FROM catalogue.disclosure_duty
         WHERE due_on < ${on}::date AND (discharged_at IS NULL OR discharged_at >= ${end}) ${duties}
      ) owed ON owed.matter_id = asked.matter_id`;
}

/** Where an item stands on a day; batched. */
export function itemStatusOf(context: CatalogueContext, itemId: string, on: CivilDate): Promise<ItemStatus> {
  return perRequest(context, `item status on ${on}`, async (ids: readonly string[]) => {
    const rows = await context.db.$queryRaw<(ItemFacts & { id: string })[]>`
      WITH asked AS (
        SELECT id, matter_id, first_due_on FROM catalogue.catalogue_item WHERE id = ANY (${ids}::text[])
      ) ${factsOfAsked(on, 'ITEMS')}`;
    return inOrder(ids, rows, (row) => row.id).map((facts) => (facts === null ? 'NOT_DUE' : itemStatus(facts)));
  }).load(itemId);
}

/** The items of an edition that are counted and stand so on a day. */
export async function itemIdsOfStatus(
  { db }: CatalogueContext,
  catalogueId: string,
  status: ItemStatus,
  on: CivilDate,
): Promise<string[]> {
  const rows = await db.$queryRaw<(ItemFacts & { id: string })[]>`
    WITH asked AS (
      SELECT id, matter_id, first_due_on FROM catalogue.catalogue_item
       WHERE catalogue_id = ${catalogueId} AND is_in_force AND moved_to IS NULL
    ) ${factsOfAsked(on, 'ITEMS')}`;
  return rows.filter((facts) => itemStatus(facts) === status).map(({ id }) => id);
}
