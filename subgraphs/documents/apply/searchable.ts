import type { SqlRunner } from '../../../core/sql.ts';
import { searchEntry } from '../rules/search/search-terms.ts';
import type { DocumentRow } from './told-document.ts';

/** Lets the search find documents by their texts as they are now; what it finds them by already is left alone. */
export async function searchAnew(tx: SqlRunner, rows: readonly DocumentRow[]): Promise<void> {
  if (rows.length === 0) return;
  const entries = rows.map(({ id, published_at, title, body, document_number, index_number, region_code }) => {
    const numbers = { documentNumber: document_number, indexNumber: index_number };
    const { text, terms } = searchEntry({ title, body, ...numbers, regionCode: region_code });
    return { id, published_at, text, terms: terms.join(' ') };
  });
  await tx.$queryRawUnsafe(WRITE, JSON.stringify(entries));
}

/** Lets the search find documents no more. */
export async function findNoMore(tx: SqlRunner, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRawUnsafe(`delete from documents.document_search where document_id = any($1::text[]) returning 1`, [
    ...ids,
  ]);
}

/** No term holds a space, so that one text brings all of them. */
const WRITE = `
  insert into documents.document_search as known (document_id, published_at, text, terms)
  select id, published_at, text, string_to_array(terms, ' ')
    from jsonb_to_recordset($1::jsonb) as told (id text, published_at timestamptz, text text, terms text)
  on conflict (document_id) do update
     set published_at = excluded.published_at, text = excluded.text, terms = excluded.terms
   where (known.published_at, known.text, known.terms) is distinct from
         (excluded.published_at, excluded.text, excluded.terms)
  returning 1`;
