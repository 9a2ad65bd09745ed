import type { Refusal } from '../../../core/refusal.ts';
import { tenThousandths, type Yuan } from '../../../core/yuan.ts';

/** What a price list holds prices of. */
export const PRICE_KINDS = ['SERVICE', 'DRUG', 'CONSUMABLE'] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

/** How a price comes about (价格管理形式). */
export const PRICING_MODES = ['GOVERNMENT_GUIDED', 'MARKET_REGULATED'] as const;
export type PricingMode = (typeof PRICING_MODES)[number];

/** One line of a price list. A cell that holds more than one number keeps its words (rule H13). */
export interface PriceRow {
  /** The item's code as text, leading zeros kept; empty when the list gives none. */
  readonly code: string;
  readonly name: string;
  readonly specification: string | null;
  readonly unit: string;
  readonly tier: string | null;
  /** In yuan; null when there are words instead of a number. Empty is not zero. */
  readonly amount: Yuan | null;
  readonly amountUpTo: Yuan | null;
  readonly amountText: string | null;
  readonly mode: PricingMode;
  readonly insuranceClass: string | null;
  readonly ceiling: Yuan | null;
  readonly note: string | null;
}

/** What makes two lines prices of the same thing, from list to list. */
export function priceKey({ code, name, specification, unit, tier }: PriceRow): string {
  return JSON.stringify([code, name, specification, unit, tier]);
}

/** Whether two lines say the same price of the same thing. */
export function samePrice(one: PriceRow, other: PriceRow): boolean {
  const columns = ['amount', 'amountUpTo', 'amountText', 'mode', 'insuranceClass', 'ceiling', 'note'] as const;
  return columns.every((column) => one[column] === other[column]);
}

/** The longest cell, in characters. */
const LONGEST_CELL = 500;

/** Every reason why a line is not taken: no name or unit, a cell too long, neither amount nor words, a range that falls. */
export function priceRowRefusals(row: PriceRow, path: readonly string[]): Refusal[] {
  const refusals: Refusal[] = [];
  for (const column of ['name', 'unit'] as const) {
    if (row[column].trim() === '')
      refusals.push({ code: 'VALUE_MISSING', path: [...path, column], expected: column, rules: ['H7'] });
  }
  for (const [column, cell] of Object.entries(row)) {
    if (typeof cell !== 'string' || cell.length <= LONGEST_CELL) continue;
    const [expected, got] = [String(LONGEST_CELL), String(cell.length)];
    refusals.push({ code: 'VALUE_TOO_LONG', path: [...path, column], expected, got });
  }
  return [...refusals, ...amountRefusals(row, path)];
}

function amountRefusals({ amount, amountUpTo, amountText, ceiling }: PriceRow, path: readonly string[]): Refusal[] {
  if (amount === null && (amountText === null || amountText.trim() === '')) {
    return [
      { code: 'VALUE_MISSING', path: [...path, 'amount'], expected: 'amount | amountText', rules: ['H7', 'H13'] },
    ];
  }
  const refusals = [amount, amountUpTo, ceiling].filter((value) => value?.startsWith('-') === true);
  if (refusals.length > 0) {
    return [
      {
        code: 'AMOUNT_OUT_OF_RANGE',
        path: [...path, 'amount'],
        expected: '0 or more',
        got: refusals[0] ?? '',
        rules: ['H7'],
      },
    ];
  }
  if (amountUpTo === null || (amount !== null && tenThousandths(amount) <= tenThousandths(amountUpTo))) return [];
  const expected = amount === null ? 'an amount below it' : `${amount} or more`;
  return [{ code: 'AMOUNT_OUT_OF_RANGE', path: [...path, 'amountUpTo'], expected, got: amountUpTo, rules: ['H13'] }];
}
