import type { PriceRow } from './price-row.ts';

/**
 * The text over which a price list's digest is taken, so that a copy can be compared: one line for each row, a JSON
 * array of code, name, specification, unit, tier, amount, upper amount, words, mode, insurance class, ceiling and note
 * without white space, sorted as text (UTF-16), each followed by a line feed.
 */
export function canonicalRows(rows: readonly PriceRow[]): string {
  return rows
    .map((row) =>
      JSON.stringify([
        ...[row.code, row.name, row.specification, row.unit, row.tier],
        ...[row.amount, row.amountUpTo, row.amountText, row.mode, row.insuranceClass, row.ceiling, row.note],
      ]),
    )
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}
