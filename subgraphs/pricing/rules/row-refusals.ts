import type { Refusal, RefusalCode } from '../../../core/refusal.ts';
import { rowFindings } from './checks/row-findings.ts';
import { FINDINGS, type FindingCode } from './finding-codes.ts';
import type { PriceKind, PriceRow } from './price-row.ts';

/** The refusals by which findings are told that have one of their own. */
const REFUSALS: Partial<Record<FindingCode, RefusalCode>> = {
  NAME_MISSING: 'VALUE_MISSING',
  UNIT_MISSING: 'VALUE_MISSING',
  PRICE_MISSING: 'VALUE_MISSING',
  CELL_TOO_LONG: 'VALUE_TOO_LONG',
  CHARACTER_UNSEEN: 'CHARACTER_NOT_PRINTABLE',
  AMOUNT_NEGATIVE: 'AMOUNT_OUT_OF_RANGE',
  RANGE_FALLS: 'AMOUNT_OUT_OF_RANGE',
};
/** A share as decimal text: up to 99,999 per cent, to four places. */
const PERCENT = /^\d{1,5}(\.\d{1,4})?$/;
const HIGHEST_SELF_PAY = 100;

/** Every reason why a line that comes in a call is not taken: the errors that a file with it would be refused for. */
export function priceRowRefusals(row: PriceRow, kind: PriceKind, path: readonly string[]): Refusal[] {
  const refusals = rowFindings(row, kind).flatMap(({ code, cell, got, expected }): Refusal[] => {
    if (FINDINGS[code].severity !== 'ERROR') return [];
    const at = { path: [...path, cell], rules: [...FINDINGS[code].rules], ...(got !== null && { got }) };
    const known = REFUSALS[code];
    if (known !== undefined) return [{ code: known, ...at, expected: expected ?? cell }];
    return [{ code: 'PRICE_FAULTY', ...at, expected: expected === null ? code : `${code} ${expected}` }];
  });
  return [...refusals, ...percentRefusals(row, path)];
}

function percentRefusals({ surchargePercent, selfPayPercent }: PriceRow, path: readonly string[]): Refusal[] {
  const refusal = (cell: string, got: string, expected: string): Refusal => ({
    ...{ code: 'AMOUNT_OUT_OF_RANGE', path: [...path, cell], expected, got: got.slice(0, 40), rules: ['H13'] },
  });
  const refusals: Refusal[] = [];
  if (surchargePercent !== null && !PERCENT.test(surchargePercent)) {
    refusals.push(refusal('surchargePercent', surchargePercent, '0 … 99999.9999'));
  }
  if (selfPayPercent !== null && !(PERCENT.test(selfPayPercent) && Number(selfPayPercent) <= HIGHEST_SELF_PAY)) {
    refusals.push(refusal('selfPayPercent', selfPayPercent, '0 … 100'));
  }
  return refusals;
}
