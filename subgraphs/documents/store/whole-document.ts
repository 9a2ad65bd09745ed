import type { Prisma } from '../../../prisma/generated/documents/client/client.ts';
import type { Transaction } from './database.ts';

const WHOLE = {
  items: { select: { itemId: true } },
  interpretations: true,
  reviewPasses: true,
  changes: { orderBy: { relatedId: 'asc' } },
  consultation: true,
  superior: { select: { attribute: true, status: true } },
  steps: { where: { kind: { in: ['DRAFTED', 'AMENDED'] } }, select: { takenBy: true } },
} satisfies Prisma.DocumentInclude;

/** A document with all that decides about it; of its steps those that wrote its text. */
export type WholeDocument = Prisma.DocumentGetPayload<{ include: typeof WHOLE }>;

/** A document that nobody else changes until the transaction ends, with all that decides about it; null when there is none. */
export async function lockDocument(tx: Transaction, id: string): Promise<WholeDocument | null> {
  const [document = null] = await lockDocuments(tx, [id]);
  return document;
}

/** The same of several; those that there are, in no order. They are locked in the order of their ids. */
export async function lockDocuments(tx: Transaction, ids: readonly string[]): Promise<WholeDocument[]> {
  await tx.$queryRaw`SELECT 1 FROM documents.document WHERE id = ANY (${[...ids]}::text[]) ORDER BY id FOR UPDATE`;
  return tx.document.findMany({ where: { id: { in: [...ids] } }, include: WHOLE });
}
