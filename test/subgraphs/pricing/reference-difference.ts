import { priceKey, VALUE_CELLS, type PriceRow } from '../../../subgraphs/pricing/rules/price-row.ts';

/** A price of an institution, from one day to the day before another. */
export interface Period {
  readonly price: PriceRow;
  readonly from: string;
  readonly until: string | null;
}

/** Publishes a list on top of what there is, thing by thing: what the database does by sets, told a second time. */
export function publishedOver(
  periods: readonly Period[],
  rows: readonly PriceRow[],
  day: string,
): { periods: Period[]; changes: number } {
  const after = new Map(rows.map((row) => [priceKey(row), row]));
  const result: Period[] = [];
  let changes = 0;
  for (const period of periods) {
    const row = after.get(priceKey(period.price));
    if (period.until !== null) {
      result.push(period);
      continue;
    }
    after.delete(priceKey(period.price));
    if (row !== undefined && VALUE_CELLS.every((cell) => row[cell] === period.price[cell])) {
      result.push(period);
      continue;
    }
    changes += 1;
    const neverHeld = period.from === day;
    if (!neverHeld) result.push({ ...period, until: day });
    if (row !== undefined) result.push({ price: row, from: day, until: null });
  }
  for (const row of after.values()) result.push({ price: row, from: day, until: null });
  return { periods: result, changes };
}
