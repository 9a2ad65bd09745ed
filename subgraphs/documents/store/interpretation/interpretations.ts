import type { Interpretation } from '../../../../prisma/generated/documents/client/client.ts';
import { entityLoader } from '../../../kit/per-request.ts';
import type { Database } from '../database.ts';
import { readable } from '../readable.ts';

/** One interpretation by its id, batched. Only published ones, unless the viewer may read their document anyway. */
export const interpretationById = entityLoader<Database, Interpretation>({
  typeName: 'Interpretation',
  keyOf: (interpretation) => interpretation.id,
  find: (query, ids, { db, scope }) =>
    db.interpretation.findMany({
      ...query,
      where: {
        id: { in: ids },
        document: readable(scope.viewer),
        ...(scope.viewer === null && { publishedAt: { not: null } }),
      },
    }),
});
