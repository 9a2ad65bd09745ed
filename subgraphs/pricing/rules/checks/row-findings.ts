import { tenThousandths, type Yuan } from '../../../../core/yuan.ts';
import { isPlaceholder } from '../amounts/placeholder.ts';
import { approvalNumberFault } from '../codes/approval-number.ts';
import { codeFault } from '../codes/code-fault.ts';
import type { FindingCode } from '../finding-codes.ts';
import { clipped, hasLostCharacter, isPlain, unseenCharacter } from '../list/cell-text.ts';
import type { PriceKind, PriceRow } from '../price-row.ts';

/** What is wrong with one cell of a line, or likely to be. */
export interface RowFinding {
  readonly code: FindingCode;
  readonly cell: keyof PriceRow;
  readonly got: string | null;
  readonly expected: string | null;
}

const NONE: readonly RowFinding[] = [];
/** The longest cells, in characters (UTF-16 code units). */
const LONGEST_CELL = 500;
const LONGEST_TEXT = 4000;
const TEXT_CELLS: ReadonlySet<keyof PriceRow> = new Set(['content', 'exclusions', 'note']);
const CELLS_WITH_TEXT = [
  ...['code', 'name', 'specification', 'unit', 'tier', 'condition', 'manufacturer', 'amountText', 'insuranceClass'],
  ...['nationalCode', 'content', 'exclusions', 'brandName', 'dosageForm', 'packaging', 'approvalNumber'],
  ...['standardCode', 'procurement', 'basis', 'note'],
] as readonly (keyof PriceRow)[];

/** What letters or characters a name and a unit have at least. */
const WORD = /[\p{L}]/u;
const LONGEST_UNIT = 30;
const ODD_UNIT = /^[¥￥]|^(?:人民币|元|元整|块|角|分)$|^\d+(?:\.\d+)?元|[?？#�]/;

/** Everything that is wrong with a finished line, or likely to be, whichever way it came. @see rules H6–H9, H13 */
export function rowFindings(row: PriceRow, kind: PriceKind): readonly RowFinding[] {
  return [...textFindings(row), ...thingFindings(row, kind), ...amountFindings(row)];
}

/** The longest that a cell may be, in characters. */
function longestOf(cell: keyof PriceRow): number {
  return TEXT_CELLS.has(cell) ? LONGEST_TEXT : LONGEST_CELL;
}

/** What is wrong with a text as such; null when nothing is. */
export function textFinding(cell: keyof PriceRow, text: string): RowFinding | null {
  const longest = longestOf(cell);
  if (text.length > longest) {
    return { code: 'CELL_TOO_LONG', cell, got: String(text.length), expected: String(longest) };
  }
  if (isPlain(text)) return null;
  if (hasLostCharacter(text)) return { code: 'CHARACTER_LOST', cell, got: clipped(text), expected: null };
  const unseen = unseenCharacter(text);
  return unseen === null ? null : { code: 'CHARACTER_UNSEEN', cell, got: unseen, expected: null };
}

function textFindings(row: PriceRow): readonly RowFinding[] {
  return CELLS_WITH_TEXT.flatMap((cell) => {
    const text = row[cell];
    return text === null ? [] : (textFinding(cell, text) ?? []);
  });
}

/** What is wrong with what a line prices: its name, unit, codes and numbers. */
export function thingFindings(row: PriceRow, kind: PriceKind, isNumber = false): readonly RowFinding[] {
  const found: RowFinding[] = [];
  const { name, unit, code } = row;
  if (name === '') found.push({ code: 'NAME_MISSING', cell: 'name', got: null, expected: null });
  else if (!WORD.test(name)) found.push({ code: 'NAME_ODD', cell: 'name', got: clipped(name), expected: null });
  if (unit === '') found.push({ code: 'UNIT_MISSING', cell: 'unit', got: null, expected: null });
  else if (isOddUnit(unit)) found.push({ code: 'UNIT_ODD', cell: 'unit', got: clipped(unit), expected: null });
  const fault = code === '' ? null : codeFault(code, kind, isNumber);
  if (fault !== null) found.push({ code: fault.code, cell: 'code', got: clipped(code), expected: fault.expected });
  if (row.nationalCode !== null || row.standardCode !== null || row.approvalNumber !== null) {
    found.push(...numberFindings(row, kind));
  }
  return found.length === 0 ? NONE : found;
}

function isOddUnit(unit: string): boolean {
  return !WORD.test(unit) || unit.length > LONGEST_UNIT || ODD_UNIT.test(unit);
}

function numberFindings({ nationalCode, standardCode, approvalNumber }: PriceRow, kind: PriceKind): RowFinding[] {
  const found: RowFinding[] = [];
  const national = nationalCode === null || /^0\d{14}$/.test(nationalCode) ? null : nationalCode;
  if (national !== null) {
    const fault = codeFault(national, 'SERVICE') ?? { code: 'CODE_ODD' as const, expected: '001102000010000' };
    found.push({ code: fault.code, cell: 'nationalCode', got: clipped(national), expected: fault.expected });
  }
  if (standardCode !== null && !/^86\d{12}$/.test(standardCode)) {
    const code = /^\d(?:\.\d+)?E/i.test(standardCode) ? 'CODE_DIGITS_LOST' : 'CODE_ODD';
    found.push({ code, cell: 'standardCode', got: clipped(standardCode), expected: '86900001000001' });
  }
  const expected = approvalNumber === null ? null : approvalNumberFault(approvalNumber, kind);
  if (approvalNumber !== null && expected !== null) {
    found.push({ code: 'APPROVAL_NUMBER_ODD', cell: 'approvalNumber', got: clipped(approvalNumber), expected });
  }
  return found;
}

/** What is wrong with what a line says it costs. */
export function amountFindings(row: PriceRow): readonly RowFinding[] {
  const { amount, amountText, ceiling } = row;
  const found: RowFinding[] = [];
  if (amount !== null) found.push(...numberedFindings(row, amount));
  else if (row.amountUpTo !== null) {
    found.push({ code: 'RANGE_FALLS', cell: 'amountUpTo', got: row.amountUpTo, expected: null });
  } else if (amountText === null || amountText.trim() === '') found.push(blank);
  if (ceiling?.startsWith('-') === true) {
    found.push({ code: 'AMOUNT_NEGATIVE', cell: 'ceiling', got: ceiling, expected: null });
  }
  return found.length === 0 ? NONE : found;
}

function numberedFindings({ amountUpTo, amountText, ceiling, mode }: PriceRow, amount: Yuan): readonly RowFinding[] {
  const found: RowFinding[] = [];
  if (amount.startsWith('-')) found.push({ code: 'AMOUNT_NEGATIVE', cell: 'amount', got: amount, expected: null });
  if (isPlaceholder(amount) || (amountUpTo !== null && isPlaceholder(amountUpTo))) {
    found.push({ code: 'AMOUNT_PLACEHOLDER', cell: 'amount', got: amountText ?? amount, expected: null });
  }
  if (amountUpTo !== null && isAbove(amount, amountUpTo)) {
    found.push({ code: 'RANGE_FALLS', cell: 'amountUpTo', got: `${amount}-${amountUpTo}`, expected: null });
  }
  const last = amountUpTo ?? amount;
  if (ceiling !== null && isAbove(last, ceiling)) {
    const code = mode === 'GOVERNMENT_GUIDED' ? 'ABOVE_CEILING' : 'ABOVE_CEILING_UNGUIDED';
    found.push({ code, cell: 'amount', got: last, expected: ceiling });
  }
  return found.length === 0 ? NONE : found;
}

const blank: RowFinding = { code: 'PRICE_MISSING', cell: 'amount', got: null, expected: null };

function isAbove(amount: Yuan, other: Yuan): boolean {
  return tenThousandths(amount) > tenThousandths(other);
}
