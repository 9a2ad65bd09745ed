import type { PriceRow } from './price-row.ts';
import { THING_CELLS, VALUE_CELLS } from './price-row.ts';

/** Ends each cell; no cell holds it, because control characters are refused. */
const CELL_END = '\u001f';

/**
 * The text over which the digest of a row is taken: its cells in the order of {@link PriceRow}, each followed by U+001F,
 * a blank one being empty. The digest of a list is SHA-256 over the SHA-256 digests of its rows' texts in UTF-8, each of
 * 32 bytes, sorted as bytes: whoever has the rows in any order can prove that they have them all. The database computes
 * the same from a staged list (`store/publishing/staged-table.ts`).
 */
export function rowText(row: PriceRow): string {
  return [...THING_CELLS, ...VALUE_CELLS].map((cell) => `${row[cell] ?? ''}${CELL_END}`).join('');
}
