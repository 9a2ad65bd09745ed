import type { MaskedPassage } from '../passage.ts';
import { digitsOf, isOtherNumber } from './label.ts';

const GAP = '[ \\-]{0,3}';
const NEW_FORM = new RegExp(`(?<![0-9])(?=(\\d(?:${GAP}\\d){16}${GAP}[0-9Xx×Хх])(?![0-9A-Za-z]))`, 'gu');
const OLD_FORM = new RegExp(`(?<![0-9A-Za-z])(?=(\\d(?:${GAP}\\d){14})(?![0-9A-Za-z]))`, 'gu');
/** The first two digits of a region; foreigners' permits of residence begin with 9 and have them behind it. */
const REGION =
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]))/u;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const FIRST_YEAR = 1900;
/** Nobody written of is born later: the hub's documents end long before. */
const LAST_YEAR = 2049;

/**
 * Identity numbers (居民身份号码) of a folded text: 18 characters whose region and day of birth are possible and whose check
 * character is right, or the 15 digits of the old form, which has no check and so must not be called something else.
 *
 * @see GB 11643-1999
 */
export function idNumbersIn(text: string): MaskedPassage[] {
  return [
    ...numbersIn(text, NEW_FORM, (digits) => isIdNumber(digits)),
    ...numbersIn(text, OLD_FORM, (digits, at) => isOldIdNumber(digits) && !isOtherNumber(text, at)),
  ];
}

function numbersIn(text: string, form: RegExp, accepts: (digits: string, at: number) => boolean): MaskedPassage[] {
  const found: MaskedPassage[] = [];
  let end = 0;
  for (const { index: at, 1: written = '' } of text.matchAll(form)) {
    if (at < end || !accepts(digitsOf(written), at)) continue;
    end = at + written.length;
    found.push({ kind: 'ID_NUMBER', at, length: written.length });
  }
  return found;
}

/** The check character of the first 17 digits of an identity number. */
function idCheckCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function isIdNumber(number: string): boolean {
  return REGION.test(number) && isDay(number.slice(6, 14)) && idCheckCharacter(number) === number.charAt(17);
}

function isOldIdNumber(number: string): boolean {
  return !number.startsWith('9') && REGION.test(number) && isDay(`19${number.slice(6, 12)}`);
}

function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
