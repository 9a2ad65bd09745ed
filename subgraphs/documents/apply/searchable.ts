import type { SqlRunner } from '../../../core/sql.ts';
import { entryWithoutTerms, searchEntry } from '../rules/search/search-terms.ts';
import { writeSearchEntries } from '../store/search/search-writes.ts';
import type { DocumentRow } from './told-document.ts';

/** Of so many documents the terms are made at once; of more, a chore makes them when the rush is over. */
const MOST_WITH_TERMS = 25;

/** Lets the search find documents that are public, by their texts as they are now. */
export async function searchAnew(tx: SqlRunner, rows: readonly DocumentRow[]): Promise<void> {
  const entryOf = rows.length > MOST_WITH_TERMS ? entryWithoutTerms : searchEntry;
  const entries = rows.flatMap(({ id, published_at, title, body, document_number, index_number, region_code }) => {
    const numbers = { documentNumber: document_number, indexNumber: index_number };
    if (published_at === null) return [];
    return [{ id, publishedAt: published_at, ...entryOf({ title, body, ...numbers, regionCode: region_code }) }];
  });
  await writeSearchEntries(tx, entries);
}
