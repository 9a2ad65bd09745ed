const DIGITS = new Map(Array.from('〇一二三四五六七八九', (sign, value) => [sign, value]));
DIGITS.set('零', 0).set('两', 2);
const TENS = new Map([
  ['十', 10],
  ['百', 100],
]);

/**
 * Reads a whole number in digits or in Chinese (二十, 一百零二), from 0 to 999.
 *
 * @returns null for anything else
 */
export function wholeNumber(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (!/^[〇零一二两三四五六七八九十百]{1,7}$/.test(text)) return null;
  let total = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const times = TENS.get(sign);
    if (times === undefined) {
      digit = DIGITS.get(sign) ?? 0;
      continue;
    }
    total += (digit ?? 1) * times;
    digit = null;
  }
  return total + (digit ?? 0);
}
