import type { SqlRunner } from '../../../core/sql.ts';
import { entryWithoutTerms, searchEntry, TERMS_TO_COME } from '../rules/search/search-terms.ts';
import type { DocumentRow } from './told-document.ts';

/** Of so many documents at once the terms are made at once; of more, a chore makes them when the rush is over. */
const MOST_WITH_TERMS = 25;

/** Lets the search find documents by their texts as they are now; what it finds them by already is left alone. */
export async function searchAnew(tx: SqlRunner, rows: readonly DocumentRow[]): Promise<void> {
  if (rows.length === 0) return;
  const entryOf = rows.length > MOST_WITH_TERMS ? entryWithoutTerms : searchEntry;
  const entries = rows.map(({ id, published_at, title, body, document_number, index_number, region_code }) => {
    const numbers = { documentNumber: document_number, indexNumber: index_number };
    const { text, terms } = entryOf({ title, body, ...numbers, regionCode: region_code });
    return { id, published_at, text, terms: terms.join(' ') };
  });
  await tx.$queryRawUnsafe(WRITE, JSON.stringify(entries), TERMS_TO_COME);
}

/** Lets the search find documents no more. */
export async function findNoMore(tx: SqlRunner, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRawUnsafe(`delete from documents.document_search where document_id = any($1::text[]) returning 1`, [
    ...ids,
  ]);
}

/**
 * No term holds a space, so that one text brings all of them. The terms of an entry follow from its text and its region:
 * where both stay, so do the terms that are made.
 */
const WRITE = `
  insert into documents.document_search as known (document_id, published_at, text, terms)
  select id, published_at, text, string_to_array(terms, ' ')
    from json_to_recordset($1::json) as told (id text, published_at timestamptz, text text, terms text)
  on conflict (document_id) do update
     set published_at = excluded.published_at, text = excluded.text, terms = excluded.terms
   where (known.published_at, known.text) is distinct from (excluded.published_at, excluded.text)
      or not known.terms @> array_remove(excluded.terms, $2::text)
  returning 1`;
