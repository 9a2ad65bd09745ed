import type { OpinionResponse } from '../../../prisma/generated/sentiment/client/client.ts';
import { entityLoader } from '../../kit/per-request.ts';
import type { Database } from './database.ts';

/** One answer by its id, batched. */
export const opinionResponseById = entityLoader<Database, OpinionResponse>({
  typeName: 'OpinionResponse',
  keyOf: (response) => response.id,
  find: (query, ids, { db }) => db.opinionResponse.findMany({ ...query, where: { id: { in: ids } } }),
});
