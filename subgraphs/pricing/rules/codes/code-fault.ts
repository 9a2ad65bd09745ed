import type { FindingCode } from '../finding-codes.ts';
import type { PriceKind } from '../price-row.ts';
import { EXAMPLES, expectedLength, isWellFormed, kindOfCode } from './code-families.ts';

/** What is wrong with a code. */
export interface CodeFault {
  readonly code: Extract<FindingCode, `CODE_${string}`>;
  /** The code as it should be where that can be told; else what it should be like. */
  readonly expected: string | null;
}

const EXPONENT = /^\d(?:\.\d+)?E\+?\d{1,3}$/i;
const DAY =
  /^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?$|^\d{1,2}月\d{1,2}日$|^\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i;
const DECIMAL = /^(\d{6,})\.0+$/;
const NOT_OF_CODES = /[\s'"`=’‘“”]+/g;
/** A service's national code as a number: without the zeros it begins with. */
const WITHOUT_ZEROS = /^[1-4]\d{12,13}$/;
const NATIONAL_LENGTH = 15;
/** From so many digits on a spreadsheet program keeps zeros instead. */
const KEPT_DIGITS = 15;

/**
 * What is wrong with a code that is trimmed and in half width; null for one of its kind's forms, and for local ones,
 * of which nothing is known.
 *
 * @param isNumber - whether the spreadsheet kept it as a number
 * @see domain rules §5, 编码格式
 */
export function codeFault(code: string, kind: PriceKind, isNumber = false): CodeFault | null {
  if (isNumber && /^\d{16,}$/.test(code) && code.endsWith('0'.repeat(code.length - KEPT_DIGITS))) {
    return { code: 'CODE_DIGITS_LOST', expected: null };
  }
  if (isWellFormed(code, kind)) return null;
  if (EXPONENT.test(code)) return { code: 'CODE_DIGITS_LOST', expected: null };
  if (DAY.test(code)) return { code: 'CODE_TURNED', expected: null };
  const decimal = DECIMAL.exec(code)?.[1];
  if (decimal !== undefined) return { code: 'CODE_TURNED', expected: decimal };
  const other = kindOfCode(code);
  if (other !== null && other !== kind) return { code: 'CODE_OF_OTHER_KIND', expected: kind };
  return zerosLost(code, kind, isNumber) ?? mistyped(code, kind) ?? lengthFault(code, kind) ?? oddFault(code, kind);
}

function zerosLost(code: string, kind: PriceKind, isNumber: boolean): CodeFault | null {
  if (kind !== 'SERVICE' || !WITHOUT_ZEROS.test(code)) return null;
  const isNational = isNumber || code.endsWith('000');
  return isNational ? { code: 'CODE_ZEROS_LOST', expected: code.padStart(NATIONAL_LENGTH, '0') } : null;
}

/** What a code would be without signs that do not belong, where that makes it one of its kind. */
function mistyped(code: string, kind: PriceKind): CodeFault | null {
  const tight = code.replaceAll(NOT_OF_CODES, '').replaceAll(/[–—―−‐‑_.]/g, '-');
  for (const expected of [tight, tight.toUpperCase(), withDigits(tight, kind)]) {
    if (expected !== code && isWellFormed(expected, kind)) return { code: 'CODE_MISTYPED', expected };
  }
  const spaceless = code.replaceAll(NOT_OF_CODES, '');
  if (spaceless !== code && /^[\dA-Za-z-]{5,}$/.test(spaceless) && /\d['"\s]+\d|^['"=]/.test(code)) {
    return { code: 'CODE_MISTYPED', expected: spaceless };
  }
  return null;
}

/** Letters that look like digits as digits, but for those that belong. */
function withDigits(code: string, kind: PriceKind): string {
  const upper = code.toUpperCase();
  if (kind === 'DRUG') return drugWithDigits(upper);
  const head = kind === 'CONSUMABLE' ? 1 : 0;
  const national = upper.startsWith('O') ? 0 : head;
  return upper.slice(0, national) + digits(upper.slice(national));
}

/** Where a drug's code has letters; X: 1 + 5 + 4 + 4 + 4 + 5, Z: 1 + 5 + 5 + 4 + 5. */
const LETTERS = { X: [0, 1, 4, 5, 6, 10], Z: [0, 1, 4, 5, 6] } as const;

function drugWithDigits(code: string): string {
  const letters: readonly number[] = code.startsWith('Z') ? LETTERS.Z : LETTERS.X;
  return Array.from(code, (sign, index) => (letters.includes(index) ? letter(sign) : digits(sign))).join('');
}

function digits(text: string): string {
  return text.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

function letter(sign: string): string {
  return sign === '0' ? 'O' : sign === '1' ? 'I' : sign;
}

function lengthFault(code: string, kind: PriceKind): CodeFault | null {
  const expected = expectedLength(code, kind);
  return expected === null ? null : { code: 'CODE_LENGTH', expected };
}

/** Of codes that begin as those of insurance do, any other fault; of all, signs that no code has. */
function oddFault(code: string, kind: PriceKind): CodeFault | null {
  const isOdd =
    !/[\dA-Za-z]/.test(code) || /[?？�#!,;]/.test(code) || code.length > LONGEST_CODE || looksLike(code, kind);
  return isOdd ? { code: 'CODE_ODD', expected: EXAMPLES[kind] } : null;
}

const LONGEST_CODE = 60;

function looksLike(code: string, kind: PriceKind): boolean {
  if (kind === 'DRUG') return /^[XZ][A-Z0-9]{19,22}$/i.test(code) && [20, 23].includes(code.length);
  if (kind === 'CONSUMABLE') return /^C[A-Z0-9]{19}(?:[A-Z0-9]{7})?$/i.test(code);
  return /^(?=.*\d{6})(?=.*[A-Z])[\dA-Z]{9}$/i.test(code) || (/^\d{15}$/.test(code) && !code.startsWith('0'));
}
