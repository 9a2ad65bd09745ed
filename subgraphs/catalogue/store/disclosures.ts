import { Prisma, type Disclosure } from '../../../prisma/generated/catalogue/client/client.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../kit/page.ts';
import { entityLoader, inGroups, inOrder, perRequest } from '../../kit/per-request.ts';
import type { CatalogueContext, Database } from './database.ts';

/** One disclosure by its id, batched; withdrawn ones are not there. */
export const disclosureById = entityLoader<Database, Disclosure>({
  typeName: 'Disclosure',
  keyOf: (disclosure) => disclosure.id,
  find: (query, ids, { db }) => db.disclosure.findMany({ ...query, where: { id: { in: ids }, withdrawnAt: null } }),
});

/** Disclosures that a whole list names, withdrawn ones included; batched. */
export function disclosuresById(context: CatalogueContext) {
  return perRequest(context, 'disclosures', async (ids: readonly string[]) => {
    const found = await context.db.disclosure.findMany({ where: { id: { in: [...ids] } } });
    return inOrder(ids, found, (disclosure) => disclosure.id);
  });
}

type OfItem = Disclosure & { readonly itemId: string };

/**
 * What stands under an item now, newest first. However many items a request asks for, their pages come by one query,
 * and their counts by another.
 */
export function disclosuresOfItem(
  context: CatalogueContext,
  itemId: string,
  args: PageArgs,
): Promise<Page<Disclosure>> {
  return readPage<Disclosure>(args, {
    find: (take, position) => pagesOfItems(context, take, position).load(itemId),
    positionOf: (disclosure) => [disclosure.publishedAt.toISOString(), disclosure.id],
    count: () => countsOfItems(context).load(itemId),
  });
}

function pagesOfItems(context: CatalogueContext, take: number, position: Position | null) {
  const name = `disclosures of items: ${String(take)} behind ${JSON.stringify(position)}`;
  return perRequest(context, name, async (itemIds: readonly string[]) => {
    const [publishedAt = '', id = ''] = position ?? [];
    const behind =
      position === null ? Prisma.empty : Prisma.sql`AND (d.published_at, d.id) < (${publishedAt}::timestamptz, ${id})`;
    const rows = await context.db.$queryRaw<OfItem[]>`
      SELECT item.id AS "itemId", page.* FROM unnest(${itemIds}::text[]) AS item (id), LATERAL (
        SELECT d.id, d.kind, d.title, d.published_at AS "publishedAt", d.withdrawn_at AS "withdrawnAt", d.url,
               d.publisher_id AS "publisherId", d.region_code AS "regionCode", d.subject_id AS "subjectId",
               d.position, d.is_sample AS "isSample"
          FROM catalogue.catalogue_item i
          JOIN catalogue.disclosed_period p ON p.matter_id = i.matter_id AND p.until IS NULL
          JOIN catalogue.disclosure d ON d.id = p.disclosure_id
         WHERE i.id = item.id ${behind}
         ORDER BY d.published_at DESC, d.id DESC
         LIMIT ${take}) page`;
    return inGroups(itemIds, rows, (row) => row.itemId);
  });
}

function countsOfItems(context: CatalogueContext) {
  return perRequest(context, 'disclosure counts of items', async (itemIds: readonly string[]) => {
    const rows = await context.db.$queryRaw<{ itemId: string; count: bigint }[]>`
      SELECT i.id AS "itemId", count(*) FROM catalogue.catalogue_item i
        JOIN catalogue.disclosed_period p ON p.matter_id = i.matter_id AND p.until IS NULL
       WHERE i.id = ANY (${itemIds}::text[]) GROUP BY i.id`;
    return inOrder(itemIds, rows, (row) => row.itemId).map((row) => Number(row?.count ?? 0));
  });
}
