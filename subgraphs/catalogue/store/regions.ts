import type { Region } from '../../../prisma/generated/catalogue/client/client.ts';
import { entityLoader } from '../../kit/per-request.ts';
import type { Database } from './database.ts';

/** One region by its code, batched: all that one request asks for come by one query. */
export const regionByCode = entityLoader<Database, Region>({
  typeName: 'Region',
  keyOf: (region) => region.code,
  find: (query, codes, { db }) => db.region.findMany({ ...query, where: { code: { in: codes } } }),
});
