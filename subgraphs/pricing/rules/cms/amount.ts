import { parseYuan, type Yuan } from '../../../../core/yuan.ts';

/** How nearly all amounts stand, which is their shortest form already. */
const SHORTEST = /^[1-9]\d{0,11}(?:\.\d{0,3}[1-9])?$/;
const NUMBER = /^\d*\.?\d*(?:e[+-]?\d{1,2})?$/i;

/**
 * Reads a positive number exactly: digits with a point, or as JSON may have it with an exponent ("1.2e3" is 1200).
 * No currency sign, no commas.
 *
 * @returns decimal text without an exponent, or null when the text is none or is not above zero
 */
export function positiveNumber(text: string): string | null {
  if (!NUMBER.test(text) || !/[1-9]/.test(text.split(/e/i)[0] ?? '')) return null;
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  return shifted(mantissa, Number(exponent));
}

/**
 * Reads an amount of money exactly.
 *
 * @returns null when it is no positive number, has more than four places, or more than twelve digits before the point
 */
export function positiveAmount(text: string): Yuan | null {
  if (SHORTEST.test(text)) return text as Yuan;
  const number = positiveNumber(text);
  return number === null ? null : parseYuan(number);
}

/** The number with its point moved so many places to the right. */
function shifted(mantissa: string, places: number): string {
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  const right = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const kept = right.replace(/0+$/, '');
  return (left.replace(/^0+(?=\d)/, '') || '0') + (kept === '' ? '' : `.${kept}`);
}
