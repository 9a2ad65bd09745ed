import type { Yuan } from '../../../../core/yuan.ts';

const SMALLEST: ReadonlySet<string> = new Set(['0', '0.0001', '0.001', '0.01']);
/** Nines or other same digits to the end: 9999, 99999.99, 888888; and digits in a row. */
const ALIKE = /^(?:9{4,}(?:\.9+)?|([1-8])\1{4,}(?:\.\1+)?|12345(?:6(?:7(?:89?)?)?)?)$/;

/**
 * Whether an amount looks like one that was entered to have something there: 0, 0.01, 9999999, 888888. One yuan is a
 * price like others; a list full of it is told as a whole.
 *
 * @see rule H7
 */
export function isPlaceholder(amount: Yuan): boolean {
  if (amount.length < 4) return amount === '0';
  return SMALLEST.has(amount) || ALIKE.test(amount);
}
