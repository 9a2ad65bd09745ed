import type { Document } from '../../../../prisma/generated/documents/client/client.ts';
import type { SqlRunner } from '../../../../core/sql.ts';
import { searchEntry, TERMS_TO_COME, type SearchEntry } from '../../rules/search/search-terms.ts';
import type { Transaction } from '../database.ts';

/** The texts of so many documents are taken apart at once; then others have their turn. */
const AT_ONCE = 50;

/** What the search looks at of a document. */
const SEARCHED = {
  ...{ id: true, title: true, body: true, documentNumber: true, indexNumber: true, regionCode: true },
  publishedAt: true,
} as const;
type Searched = Pick<Document, keyof typeof SEARCHED>;

/** Lets the search find documents that are published, by their texts as they are now. */
export async function makeSearchable(tx: SqlRunner, documents: readonly Searched[]): Promise<void> {
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const entries = documents.slice(from, from + AT_ONCE).flatMap(({ id, publishedAt, ...texts }) => {
      return publishedAt === null ? [] : [{ id, publishedAt: publishedAt.toISOString(), ...searchEntry(texts) }];
    });
    await writeSearchEntries(tx, entries);
  }
}

/** A document's entry in the search index. */
interface WrittenEntry extends SearchEntry {
  readonly id: string;
  /** An instant as text. */
  readonly publishedAt: string;
}

/** Writes entries of the search index, one statement for all; those that are there already and equal are left alone. */
export async function writeSearchEntries(tx: SqlRunner, entries: readonly WrittenEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ terms, ...entry }) => ({ ...entry, terms: terms.join(' ') }));
  await tx.$queryRawUnsafe(WRITE, JSON.stringify(rows), TERMS_TO_COME);
}

/**
 * No term holds a space, so that one text brings all of them. The terms of an entry follow from its text and its region:
 * where both stay, so do the terms that are made.
 */
const WRITE = `
  insert into documents.document_search as known (document_id, published_at, text, terms)
  select id, "publishedAt", text, string_to_array(terms, ' ')
    from json_to_recordset($1::json) as told (id text, "publishedAt" timestamptz, text text, terms text)
  on conflict (document_id) do update
     set published_at = excluded.published_at, text = excluded.text, terms = excluded.terms
   where (known.published_at, known.text) is distinct from (excluded.published_at, excluded.text)
      or not known.terms @> array_remove(excluded.terms, $2::text)
  returning 1`;

/** Lets the search find documents no more. */
export async function removeFromSearch(tx: SqlRunner, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const sql = 'delete from documents.document_search where document_id = any($1::text[]) returning 1';
  await tx.$queryRawUnsafe(sql, [...ids]);
}

/**
 * Published documents that the search does not find yet, because they were there before it was, or whose terms are to
 * come; locked until the transaction ends, without those that another process has in hand.
 */
export async function lockUnsearchable(tx: Transaction, most: number): Promise<Searched[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM documents.document d
     WHERE d.status = 'PUBLISHED' AND NOT EXISTS (SELECT 1 FROM documents.document_search s WHERE s.document_id = d.id)
     LIMIT ${most} FOR UPDATE OF d SKIP LOCKED`;
  const found = rows.length > 0 ? rows : await lockTermsToCome(tx, most);
  return tx.document.findMany({ where: { id: { in: found.map(({ id }) => id) } }, select: SEARCHED });
}

function lockTermsToCome(tx: Transaction, most: number): Promise<{ id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM documents.document_search s JOIN documents.document d ON d.id = s.document_id
     WHERE s.terms @> (SELECT ${[TERMS_TO_COME]}::text[]) LIMIT ${most} FOR UPDATE OF d SKIP LOCKED`;
}
