import type { Region } from '../../../prisma/generated/catalogue/client/client.ts';
import { entityLoader, inOrder, perRequest } from '../../kit/per-request.ts';
import type { CatalogueContext, Database } from './database.ts';

/** One region by its code, batched: all that one request asks for come by one query. */
export const regionByCode = entityLoader<Database, Region>({
  typeName: 'Region',
  keyOf: (region) => region.code,
  find: (query, codes, { db }) => db.region.findMany({ ...query, where: { code: { in: codes } } }),
});

/** The regions of a whole list, batched. */
export function regionOf(context: CatalogueContext) {
  return perRequest(context, 'regions', async (codes: readonly string[]) => {
    const found = await context.db.region.findMany({ where: { code: { in: [...codes] } } });
    return inOrder(codes, found, (region) => region.code);
  });
}
