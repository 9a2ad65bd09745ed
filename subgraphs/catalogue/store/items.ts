import type { Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CatalogueItem } from '../../../prisma/generated/catalogue/client/client.ts';
import { civilDateOf } from '../../../core/civil-date.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { entityLoader } from '../../kit/per-request.ts';
import type { ItemStatus } from '../rules/item-status.ts';
import { readable } from './catalogues.ts';
import { itemIdsOfStatus } from './coverage.ts';
import type { CatalogueContext, Database } from './database.ts';

/** One item by its id, batched: all that one request asks for come by one query. */
export const itemById = entityLoader<Database, CatalogueItem>({
  typeName: 'CatalogueItem',
  keyOf: (item) => item.id,
  find: (query, ids, { db, scope }) =>
    db.catalogueItem.findMany({ ...query, where: { id: { in: ids }, catalogue: readable(scope.viewer) } }),
});

/** Which items a list holds. */
export interface ItemFilter {
  readonly catalogueId: string;
  /** The code of a first-level category. */
  readonly category: string | null;
  /** Only items that are counted in the coverage and stand so today. */
  readonly status: ItemStatus | null;
}

/** The items of a catalogue in the order of their codes. */
export async function itemsOfCatalogue(
  context: CatalogueContext,
  { catalogueId, category, status }: ItemFilter,
  page: PageArgs,
  query: object,
): Promise<Page<CatalogueItem>> {
  const { db, clock } = context;
  const where: Prisma.CatalogueItemWhereInput = { catalogueId, ...(category !== null && { categoryCode: category }) };
  if (status !== null) {
    where.id = { in: await itemIdsOfStatus(context, catalogueId, status, civilDateOf(clock.now())) };
  }
  return readPage<CatalogueItem>(page, {
    find: (take, position) => {
      const code = { gt: position?.[0] ?? '' };
      return db.catalogueItem.findMany({ ...query, where: { ...where, code }, orderBy: { code: 'asc' }, take });
    },
    positionOf: (item) => [item.code],
    count: () => db.catalogueItem.count({ where }),
  });
}
