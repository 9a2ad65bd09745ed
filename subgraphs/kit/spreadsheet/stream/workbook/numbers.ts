/** A double holds so many digits for certain, and spreadsheet programs show no more. */
const DIGITS = 15;

/**
 * A number as a spreadsheet program shows it that has no format for it: without the traces of its binary form, and never
 * with an exponent, which no price or code has.
 *
 * @param value - as it stands in the file
 * @returns null for a text that is no number
 */
export function numberText(value: string): string | null {
  const number = Number(value);
  if (!Number.isFinite(number) || value.trim() === '') return null;
  const shortest = String(number);
  if (shortest.length <= DIGITS && !shortest.includes('e')) return shortest === '-0' ? '0' : shortest;
  return plain(number.toExponential(DIGITS - 1));
}

function plain(scientific: string): string {
  const [, sign = '', first = '', decimals = '', exponent = '0'] = /^(-?)(\d)\.(\d+)e([+-]\d+)$/.exec(scientific) ?? [];
  const digits = (first + decimals).replace(/0+$/, '');
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
