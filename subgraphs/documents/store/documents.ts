import type { Document } from '../../../prisma/generated/documents/client/client.ts';
import { entityLoader } from '../../kit/per-request.ts';
import type { Database, Reading } from './database.ts';
import { readable } from './readable.ts';

/** One document by its id, batched: all that one request asks for come by one query. Only what the viewer may read. */
export const documentById = entityLoader<Database, Document>({
  typeName: 'Document',
  keyOf: (document) => document.id,
  find: (query, ids, { db, scope }) =>
    db.document.findMany({ ...query, where: { AND: [{ id: { in: ids } }, readable(scope.viewer)] } }),
});

/** The superiors' documents of those ids that the drafter may read, by id. */
export async function superiorsById(
  { db, scope }: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Document, 'id' | 'attribute'>>> {
  if (ids.length === 0) return new Map();
  const where = { AND: [{ id: { in: [...new Set(ids)] } }, readable(scope.viewer)] };
  const rows = await db.document.findMany({ where, select: { id: true, attribute: true } });
  return new Map(rows.map((row) => [row.id, row]));
}
