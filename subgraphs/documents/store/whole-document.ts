import type { Prisma } from '../../../prisma/generated/documents/client/client.ts';
import type { Transaction } from './database.ts';

const WHOLE = {
  items: { select: { itemId: true } },
  interpretations: true,
  reviewPasses: true,
  changes: { orderBy: { relatedId: 'asc' } },
  superior: { select: { attribute: true, status: true } },
} satisfies Prisma.DocumentInclude;

/** A document with all that decides about it. */
export type WholeDocument = Prisma.DocumentGetPayload<{ include: typeof WHOLE }>;

/** A document that nobody else changes until the transaction ends, with all that decides about it; null when there is none. */
export async function lockDocument(tx: Transaction, id: string): Promise<WholeDocument | null> {
  await tx.$queryRaw`SELECT 1 FROM documents.document WHERE id = ${id} FOR UPDATE`;
  return tx.document.findUnique({ where: { id }, include: WHOLE });
}
