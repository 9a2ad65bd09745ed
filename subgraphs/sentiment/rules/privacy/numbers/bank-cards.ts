import type { MaskedPassage } from '../passage.ts';
import { digitsOf, isOtherNumber } from './label.ts';

const CARD = /(?<![0-9A-Za-z]|\d[.,])(?=([2-689](?:[ -]{0,2}\d){15,18})(?![0-9A-Za-z]))/gu;
/** Issuers' prefixes with the lengths that their cards have. */
const ISSUED =
  /^(?:(?:62|60|68|69|81)\d{14,17}|955[89]\d{12}(?:\d{3})?|4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|35(?:2[89]|[3-8]\d)\d{12})$/u;

/** Bank cards (银行卡号) of a folded text: of a known issuer, with the check digit right, and not called something else. */
export function bankCardsIn(text: string): MaskedPassage[] {
  const found: MaskedPassage[] = [];
  for (const { index: at, 1: longest = '' } of text.matchAll(CARD)) {
    const written = endingsOf(longest).find((one) => isBankCard(digitsOf(one)));
    if (written === undefined || isOtherNumber(text, at)) continue;
    found.push({ kind: 'BANK_CARD', at, length: written.length });
  }
  return found;
}

/** A number in groups, and the same without the last of them, which may be another number. */
function endingsOf(written: string): string[] {
  const ends = Array.from(written.matchAll(/\d(?!\d)/gu), ({ index }) => index + 1);
  return ends.reverse().map((end) => written.slice(0, end));
}

/** Whether the digits are those of a bank card; the last one checks the others (Luhn). */
function isBankCard(digits: string): boolean {
  return ISSUED.test(digits) && luhnSum(digits) % 10 === 0;
}

function luhnSum(digits: string): number {
  return Array.from(digits, Number)
    .reverse()
    .reduce((sum, digit, at) => sum + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
}
