import { priceKey, VALUE_CELLS, type PriceRow } from './price-row.ts';

/** A price in force, and the id it is kept under. */
export interface PriceInForce extends PriceRow {
  readonly id: string;
}

/** What a new list changes of what is in force. */
export interface PriceListDifference {
  /** Lines of things that had no price. */
  readonly appeared: readonly PriceRow[];
  /** Lines that differ from what is in force for the same thing. */
  readonly changed: readonly { readonly before: PriceInForce; readonly after: PriceRow }[];
  /** Prices of things that the new list does not name. */
  readonly ended: readonly PriceInForce[];
}

/**
 * Compares a list with what is in force, thing by thing. What stays the same is in none of the three, so that a list
 * published again writes only what differs. Of lines that name the same thing the last one counts.
 *
 * @see rule H7 (变动及时调整)
 */
export function priceListDifference(rows: readonly PriceRow[], inForce: readonly PriceInForce[]): PriceListDifference {
  const before = new Map(inForce.map((price) => [priceKey(price), price]));
  const after = new Map(rows.map((row) => [priceKey(row), row]));
  const appeared: PriceRow[] = [];
  const changed: { before: PriceInForce; after: PriceRow }[] = [];
  for (const [key, row] of after) {
    const known = before.get(key);
    if (known === undefined) appeared.push(row);
    else if (!samePrice(known, row)) changed.push({ before: known, after: row });
  }
  return { appeared, changed, ended: [...before].filter(([key]) => !after.has(key)).map(([, price]) => price) };
}

/** Whether two lines say the same price of the same thing. */
function samePrice(one: PriceRow, other: PriceRow): boolean {
  return VALUE_CELLS.every((cell) => one[cell] === other[cell]);
}
