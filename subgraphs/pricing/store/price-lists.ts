import { entityLoader, inGroups, inOrder, perRequest } from '../../kit/per-request.ts';
import type { PriceKind } from '../rules/price-row.ts';
import type { Database, PriceList, PricingContext } from './database.ts';

/** One price list by its id, batched. */
export const priceListById = entityLoader<Database, PriceList>({
  typeName: 'PriceList',
  keyOf: (list) => list.id,
  find: (query, ids, { db }) => db.priceList.findMany({ ...query, where: { id: { in: ids } } }),
});

/** The price lists of an institution, the newest first; one query for all institutions that a request asks for. */
export function priceListsOf(
  context: PricingContext,
  institutionId: string,
  kind: PriceKind | null,
): Promise<PriceList[]> {
  return perRequest(context, `price lists ${String(kind)}`, async (ids: readonly string[]) => {
    const lists = await context.db.priceList.findMany({
      where: { institutionId: { in: [...ids] }, ...(kind !== null && { kind }) },
      orderBy: [{ effectiveOn: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
    });
    return inGroups(ids, lists, (list) => list.institutionId);
  }).load(institutionId);
}

/** Price lists by id, batched over a whole comparison. */
export function listsOf(context: PricingContext) {
  return perRequest(context, 'price lists by id', async (ids: readonly string[]) => {
    const lists = await context.db.priceList.findMany({ where: { id: { in: [...ids] } } });
    return inOrder(ids, lists, (list) => list.id);
  });
}
