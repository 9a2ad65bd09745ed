import type { NamedDocument } from '../../rules/application/given-document.ts';
import type { DocumentsContext, Transaction } from '../database.ts';
import { readable } from '../readable.ts';

/**
 * A document that an answer names, unchanged until the transaction ends; null when there is none that the viewer may
 * read.
 */
export async function namedDocument(
  tx: Transaction,
  id: string,
  { scope }: Pick<DocumentsContext, 'scope'>,
): Promise<NamedDocument | null> {
  await tx.$queryRaw`SELECT 1 FROM documents.document WHERE id = ${id} FOR SHARE`;
  const where = { AND: [{ id }, readable(scope.viewer)] };
  return tx.document.findFirst({ where, select: { status: true, attribute: true } });
}
