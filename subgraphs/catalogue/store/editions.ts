import type { Catalogue, Prisma, Region } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import type { CatalogueStatus } from '../rules/filing-status.ts';
import type { Transaction } from './database.ts';
import { whereInForceOn } from './in-force.ts';

const WHOLE = {
  bases: { orderBy: { ordinal: 'asc' } },
  timeLimits: { orderBy: { ordinal: 'asc' } },
  basedOn: { select: { matterId: true } },
  category: { select: { name: true } },
} as const satisfies Prisma.CatalogueItemInclude;

type ItemRow = Prisma.CatalogueItemGetPayload<{ include: typeof WHOLE }>;

/** An item with all its columns, and the superior's matter that it keeps. */
export interface EditionItem extends ItemRow {
  /** Null for a local item. */
  readonly baseMatterId: string | null;
}

/** An edition with all its items. */
export interface WholeEdition extends Catalogue {
  readonly region: Region;
  readonly items: readonly EditionItem[];
}

/** The states in which an edition is still under way. */
const OPEN: readonly CatalogueStatus[] = ['DRAFT', 'FILED', 'RETURNED'];

/** A region whose editions nobody else changes until the transaction ends; null when there is none of that code. */
export async function lockRegion(tx: Transaction, code: string): Promise<Region | null> {
  await tx.$queryRaw`SELECT 1 FROM catalogue.region WHERE code = ${code} FOR NO KEY UPDATE`;
  return tx.region.findUnique({ where: { code } });
}

/** An edition that nobody else changes until the transaction ends; null when there is none of that id. */
export async function lockEdition(tx: Transaction, id: string): Promise<(Catalogue & { region: Region }) | null> {
  const found = await tx.catalogue.findUnique({ where: { id }, select: { regionCode: true } });
  if (found === null) return null;
  await lockRegion(tx, found.regionCode);
  return tx.catalogue.findUnique({ where: { id }, include: { region: true } });
}

/** The items of an edition with all their columns, in the order of their codes. */
export async function itemsOfEdition(tx: Transaction, catalogueId: string): Promise<readonly EditionItem[]> {
  return (await itemsOfEditions(tx, [catalogueId])).get(catalogueId) ?? [];
}

/** The same of several editions at once, by the edition's id. */
export async function itemsOfEditions(
  tx: Pick<Transaction, 'catalogueItem'>,
  catalogueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EditionItem[]>> {
  const rows = await tx.catalogueItem.findMany({
    where: { catalogueId: { in: [...catalogueIds] } },
    include: WHOLE,
    orderBy: { code: 'asc' },
  });
  const items = new Map<string, EditionItem[]>(catalogueIds.map((id) => [id, []]));
  for (const row of rows) items.get(row.catalogueId)?.push({ ...row, baseMatterId: row.basedOn?.matterId ?? null });
  return items;
}

/** The edition of a region that is still under way, if any. */
export function openEditionOf(tx: Transaction, regionCode: string): Promise<Catalogue | null> {
  return tx.catalogue.findFirst({ where: { regionCode, status: { in: [...OPEN] } } });
}

/** A region's edition in force on a day, with its items; null when it has none. */
export async function wholeEditionInForce(
  tx: Transaction,
  regionCode: string,
  on: CivilDate,
): Promise<WholeEdition | null> {
  const edition = await tx.catalogue.findFirst({
    where: { regionCode, ...whereInForceOn(on) },
    include: { region: true },
    orderBy: [{ effectiveOn: 'desc' }, { id: 'desc' }],
  });
  return edition === null ? null : { ...edition, items: await itemsOfEdition(tx, edition.id) };
}

/** The regions above one, the nearest first, without statistical placeholders that nobody governs. */
export function regionsAbove(
  tx: Pick<Transaction, '$queryRaw'>,
  code: string,
): Promise<{ code: string; name: string }[]> {
  return tx.$queryRaw<{ code: string; name: string }[]>`
    WITH RECURSIVE above (code, name, parent_code, is_pseudo, steps) AS (
      SELECT code, name, parent_code, is_pseudo, 0 FROM catalogue.region WHERE code = ${code}
      UNION ALL
      SELECT r.code, r.name, r.parent_code, r.is_pseudo, a.steps + 1
        FROM above a JOIN catalogue.region r ON r.code = a.parent_code
    )
    SELECT code, name FROM above WHERE steps > 0 AND NOT is_pseudo ORDER BY steps`;
}

/** The edition that a region derives from on a day: the one in force of the nearest region above that has any. */
export async function superiorEdition(
  tx: Transaction,
  regionCode: string,
  on: CivilDate,
): Promise<WholeEdition | null> {
  for (const { code } of await regionsAbove(tx, regionCode)) {
    const edition = await wholeEditionInForce(tx, code, on);
    if (edition !== null) return edition;
  }
  return null;
}
