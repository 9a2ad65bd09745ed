import { parseCivilDate, type CivilDate } from '../../../../core/civil-date.ts';

/** What the last part of a receipt is written with: no character that is read as another (0 and O, 1 and I, U and V). */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
/** 31 is prime, so that one wrong character is always noticed, and so are two of this part that changed places. */
const MODULUS = ALPHABET.length;
/** 12 characters of 31 are more than 59 bits: nobody finds a receipt by trying. */
const RANDOM_CHARACTERS = 12;
const SHAPE = /^([0-9]{6})([0-9]{8})([2-9A-HJ-NP-TV-Z]{13})$/;

/**
 * A receipt (受理编号) for whoever asked: the region, the day, and a part that can not be guessed, which ends in a check
 * character; such as `140521-20261123-K7WQ2M-9RXD4TH`.
 *
 * @param pick - a whole number below its argument, by chance that nobody foretells
 */
export function makeReceipt(regionCode: string, on: CivilDate, pick: (limit: number) => number): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET[pick(MODULUS)] ?? '').join('');
  const day = on.replaceAll('-', '');
  return written(regionCode, day, `${random}${checkCharacter(`${regionCode}${day}`, random)}`);
}

/**
 * The one form of a receipt that someone typed: capital letters, whatever stood between them.
 *
 * @returns null when it is none, or holds a mistake
 */
export function readReceipt(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null;
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  const [, regionCode = '', day = '', rest = ''] = SHAPE.exec(plain) ?? [];
  if (parseCivilDate(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`) === null) return null;
  const isRight = rest.endsWith(checkCharacter(`${regionCode}${day}`, rest.slice(0, -1)));
  return isRight ? written(regionCode, day, rest) : null;
}

/** More than any way of writing a receipt needs. */
const LONGEST_TYPED = 100;

function written(regionCode: string, day: string, rest: string): string {
  return [regionCode, day, rest.slice(0, 6), rest.slice(6)].join('-');
}

function checkCharacter(digits: string, random: string): string {
  const values = [...Array.from(digits, Number), ...Array.from(random, (one) => ALPHABET.indexOf(one))];
  const sum = values.reduce((total, value, index) => total + value * (index + 1), 0);
  return ALPHABET[sum % MODULUS] ?? '';
}
