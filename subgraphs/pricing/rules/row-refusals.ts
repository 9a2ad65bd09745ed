import type { Refusal } from '../../../core/refusal.ts';
import { tenThousandths } from '../../../core/yuan.ts';
import type { PriceRow } from './price-row.ts';

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
