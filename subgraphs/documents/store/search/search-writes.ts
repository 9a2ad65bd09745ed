import type { Document } from '../../../../prisma/generated/documents/client/client.ts';
import { searchEntry, TERMS_TO_COME } from '../../rules/search/search-terms.ts';
import type { Transaction } from '../database.ts';

/** A published document, as far as the search looks at it. */
type Searched = Pick<
  Document,
  'id' | 'title' | 'body' | 'documentNumber' | 'indexNumber' | 'regionCode' | 'publishedAt'
>;

/** Lets the search find documents that are published, by their texts as they are now. */
export async function makeSearchable(tx: Transaction, documents: readonly Searched[]): Promise<void> {
  await tx.documentSearch.deleteMany({ where: { documentId: { in: documents.map(({ id }) => id) } } });
  await tx.documentSearch.createMany({
    data: documents.flatMap(({ id, publishedAt, ...texts }) => {
      const { text, terms } = searchEntry(texts);
      return publishedAt === null ? [] : [{ documentId: id, publishedAt, text, terms: [...terms] }];
    }),
  });
}

/** Lets the search find a document no more. */
export async function removeFromSearch(tx: Transaction, id: string): Promise<void> {
  await tx.documentSearch.deleteMany({ where: { documentId: id } });
}

/**
 * Published documents that the search does not find yet, because they were there before it was, or whose terms are to
 * come; locked until the transaction ends, without those that another process has in hand.
 */
export async function lockUnsearchable(tx: Transaction, most: number): Promise<Document[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM documents.document d
     WHERE d.status = 'PUBLISHED' AND NOT EXISTS (SELECT 1 FROM documents.document_search s WHERE s.document_id = d.id)
     LIMIT ${most} FOR UPDATE OF d SKIP LOCKED`;
  const found = rows.length > 0 ? rows : await lockTermsToCome(tx, most);
  return tx.document.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
}

function lockTermsToCome(tx: Transaction, most: number): Promise<{ id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM documents.document_search s JOIN documents.document d ON d.id = s.document_id
     WHERE s.terms @> (SELECT ${[TERMS_TO_COME]}::text[]) LIMIT ${most} FOR UPDATE OF d SKIP LOCKED`;
}
