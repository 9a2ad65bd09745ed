import type { CatalogueItem } from '../../../prisma/generated/catalogue/client/client.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { entityLoader } from '../../kit/per-request.ts';
import type { CatalogueContext, Database } from './database.ts';

/** One item by its id, batched: all that one request asks for come by one query. */
export const itemById = entityLoader<Database, CatalogueItem>({
  typeName: 'CatalogueItem',
  keyOf: (item) => item.id,
  find: (query, ids, { db }) =>
    db.catalogueItem.findMany({
      ...query,
      where: { id: { in: ids }, catalogue: { status: { in: ['APPROVED', 'SUPERSEDED'] } } },
    }),
});

/** Which items a list holds. */
export interface ItemFilter {
  readonly catalogueId: string;
  /** The code of a first-level category. */
  readonly category: string | null;
}

/** The items of a catalogue in the order of their codes. */
export function itemsOfCatalogue(
  { db }: CatalogueContext,
  filter: ItemFilter,
  page: PageArgs,
  query: object,
): Promise<Page<CatalogueItem>> {
  const { catalogueId, category } = filter;
  const where = { catalogueId, ...(category !== null && { categoryCode: category }) };
  return readPage<CatalogueItem>(page, {
    find: (take, position) => {
      const code = { gt: position?.[0] ?? '' };
      return db.catalogueItem.findMany({ ...query, where: { ...where, code }, orderBy: { code: 'asc' }, take });
    },
    positionOf: (item) => [item.code],
    count: () => db.catalogueItem.count({ where }),
  });
}
