import type { MaskedPassage } from '../passage.ts';
import { isOtherNumber } from './label.ts';

const GAP = '[ .·_/\\-]{0,3}';
const MOBILE = new RegExp(
  `(?=[+018])(?<![0-9]|\\d[.,]|[0-9A-Za-z]-)(?=((?:(?:\\+|00)?86[) .\\-]{0,3})?)(1${GAP}[3-9](?:${GAP}\\d){9})(?![0-9]|[.,]\\d))`,
  'gu',
);
/** How its eleven digits are set in groups. */
const GROUPS = new Set([
  '11',
  '3-4-4',
  '3-8',
  '7-4',
  '4-3-4',
  '4-4-3',
  '3-3-5',
  '3-5-3',
  '2-3-3-3',
  '3-3-3-2',
  '3-4-2-2',
  '3-2-2-2-2',
  '5-6',
  '6-5',
  '1-3-3-4',
  '3-2-3-3',
  Array.from({ length: 11 }, () => '1').join('-'),
]);
/** Letters that may stand right before a number of a person. */
const NAMED_IN_LETTERS = /(?:^|[^A-Za-z])(?:tel|phone|mobile|mob|cell|call|vx|wx|v|wechat|t|m|p)$/iu;
/** What is counted or paid is no number to ring. */
const COUNTED = /^ ?(?:元|块|万|亿|千|份|人次|件|吨|支|盒|个|次|字节|股|美元|[A-Za-z%‰])/u;

/** Mobile numbers (手机号码) of a folded text, with the code of the country or without, in groups or not. */
export function mobileNumbersIn(text: string): MaskedPassage[] {
  const found: MaskedPassage[] = [];
  for (const { index: at, 1: country = '', 2: number = '' } of text.matchAll(MOBILE)) {
    const length = country.length + number.length;
    if (isSetAsNumber(number) && standsAlone(text, at, at + length)) found.push({ kind: 'PHONE', at, length });
  }
  return found;
}

function isSetAsNumber(number: string): boolean {
  return GROUPS.has(
    number
      .split(/\D+/u)
      .map((group) => String(group.length))
      .join('-'),
  );
}

function standsAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 8), from);
  if (/[A-Za-z]$/u.test(before) && !NAMED_IN_LETTERS.test(before)) return false;
  return !COUNTED.test(text.slice(to, to + 4)) && !isOtherNumber(text, from);
}
