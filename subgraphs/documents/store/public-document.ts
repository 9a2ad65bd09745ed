import type { Prisma } from '../../../prisma/generated/documents/client/client.ts';
import type { Transaction } from './database.ts';

/** What the public is told of a document beside its own columns. */
export const PUBLIC = {
  items: { select: { itemId: true }, orderBy: { itemId: 'asc' } },
  changes: { select: { relatedId: true, kind: true }, orderBy: { relatedId: 'asc' } },
  superior: { select: { status: true } },
  steps: {
    select: { takenAt: true },
    where: { kind: 'VALIDITY_CHANGED' },
    orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    take: 1,
  },
} satisfies Prisma.DocumentInclude;

/** A document with all that the public is told of it; `steps` holds the last change of its validity, if there was one. */
export type PublicDocument = Prisma.DocumentGetPayload<{ include: typeof PUBLIC }>;

/** Published documents as the log tells of them, by id; those that are not there are left out. */
export function publicDocuments(tx: Transaction, ids: readonly string[]): Promise<PublicDocument[]> {
  return tx.document.findMany({
    where: { id: { in: [...ids] }, status: 'PUBLISHED' },
    include: PUBLIC,
    orderBy: { id: 'asc' },
  });
}
