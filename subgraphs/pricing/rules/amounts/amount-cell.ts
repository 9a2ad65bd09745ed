import { parseYuan, tenThousandths, type Yuan } from '../../../../core/yuan.ts';
import type { FindingCode } from '../finding-codes.ts';
import { isKnownWording } from './amount-words.ts';

/** What a cell says of a price. */
export interface AmountReading {
  /** Of a range the lower end; null for words. */
  readonly amount: Yuan | null;
  readonly upTo: Yuan | null;
  /** The cell as it stood, when it is more than one number. */
  readonly words: string | null;
  /** The one percentage that the words name as a surcharge, decimal text. */
  readonly percent: string | null;
  /** The unit that stands after the number ("70元/次"); the number counts only for that. */
  readonly unit: string | null;
  readonly fault: Extract<FindingCode, `AMOUNT_${string}` | 'RANGE_FALLS'> | null;
}

/** Of a cell that says nothing. */
export const BLANK_AMOUNT: AmountReading = {
  amount: null,
  upTo: null,
  words: null,
  percent: null,
  unit: null,
  fault: null,
};
const NOTHING = BLANK_AMOUNT;
const BLANK = /^(?:[-–—―_/\\*.·]*|无|空|暂无|n\/a|na|null|none|nan)$/;
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?$/;
const SIGNS = /^(?:人民币|rmb|cny|¥)+|(?:人民币|rmb|cny|元整|元正|元|¥)$/g;
const RANGE_SIGN = /^(.*\d[^-–—―~～至到]*)(?:-+|[–—―~～至到]+)(.*\d.*)$/;
const WITH_UNIT = /^(.*\d.*?)\/(?:每)?([^\d/].*)$/;
const UNCERTAIN = /[?？+＋]$|^[<>≤≥≈~约]/;
/** 70 60 is two numbers, 1 234.50 is one. */
const PARTED_DIGITS = /[\d０-９]\s+[\d０-９]/;
const PARTED_THOUSANDS = /^\D*\d{1,3}(?:\s\d{3})+(?:\.\d+)?\D*$/;
const HAN = /\p{Script=Han}/u;
const PLACES = 4;
const MOST_REMEMBERED = 20_000;

const readings = new Map<string, AmountReading>();

/**
 * Reads a cell that says what something costs: one exact number, a range, or words that are kept as they stand. Never
 * guesses: what is not certain stays in words.
 *
 * @param text - without blanks around it
 * @returns {@link BLANK_AMOUNT} itself for a cell that says nothing, such as "—" or "无"
 * @see rule H13
 */
export function readAmount(text: string): AmountReading {
  if (text === '') return BLANK_AMOUNT;
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = reckon(text);
  if (readings.size >= MOST_REMEMBERED) readings.clear();
  readings.set(text, reading);
  return reading;
}

function reckon(text: string): AmountReading {
  const plain = folded(text);
  if (BLANK.test(plain)) return NOTHING;
  if (PARTED_DIGITS.test(text) && !PARTED_THOUSANDS.test(text)) {
    return { ...NOTHING, words: text, fault: 'AMOUNT_NOT_UNDERSTOOD' };
  }
  return numberIn(plain) ?? rangeIn(plain, text) ?? withUnit(plain, text) ?? wordsIn(plain, text);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s']+/g, '')
    .replaceAll('￥', '¥')
    .replaceAll('−', '-')
    .toLowerCase();
}

/** One number with or without the sign of the yuan; null when it is none. */
function numberIn(plain: string): AmountReading | null {
  const digits = plain.replaceAll(SIGNS, '').replaceAll(SIGNS, '');
  if (!NUMBER.test(digits) || !/\d/.test(digits)) return null;
  const [whole = '', fraction = ''] = digits.replaceAll(/[,+]/g, '').split('.');
  const places = fraction.replace(/0+$/, '');
  if (places.length > PLACES) return { ...NOTHING, fault: 'AMOUNT_TOO_PRECISE' };
  const amount = parseYuan((whole === '' || whole === '-' ? `${whole}0` : whole) + (places === '' ? '' : `.${places}`));
  return amount === null ? { ...NOTHING, fault: 'AMOUNT_DAMAGED' } : { ...NOTHING, amount };
}

function rangeIn(plain: string, text: string): AmountReading | null {
  const [, from = '', to = ''] = RANGE_SIGN.exec(plain) ?? [];
  if (from === '' || from.startsWith('-')) return null;
  const [lower, upper] = [numberIn(from), numberIn(to.replace(/\/.*$/, ''))];
  if (lower === null || upper === null) return null;
  const fault = lower.fault ?? upper.fault;
  if (fault !== null || lower.amount === null || upper.amount === null) return { ...NOTHING, fault };
  const falls = tenThousandths(lower.amount) > tenThousandths(upper.amount);
  const unit = /\/(?:每)?(.+)$/.exec(to)?.[1] ?? null;
  return {
    ...NOTHING,
    amount: lower.amount,
    upTo: upper.amount,
    words: text,
    unit,
    fault: falls ? 'RANGE_FALLS' : null,
  };
}

function withUnit(plain: string, text: string): AmountReading | null {
  const [, digits = '', unit = ''] = WITH_UNIT.exec(plain) ?? [];
  const reading = unit === '' ? null : numberIn(digits);
  return reading?.amount == null ? null : { ...reading, words: text, unit };
}

function wordsIn(plain: string, text: string): AmountReading {
  const percents: readonly string[] = plain.match(/\d+(?:\.\d+)?(?=%)/g) ?? [];
  const reading = { ...NOTHING, words: text };
  if (percents.length > 0 && (/^\d+(?:\.\d+)?%$/.test(plain) || HAN.test(plain))) {
    const isAdded = percents.length === 1 && !/减|下浮|下调|降|优惠|折/.test(plain);
    return { ...reading, percent: isAdded ? shortest(percents.join('')) : null };
  }
  if (isKnownWording(plain)) return reading;
  const isWords = HAN.test(plain) || UNCERTAIN.test(plain);
  return { ...reading, fault: isWords ? 'AMOUNT_NOT_UNDERSTOOD' : 'AMOUNT_DAMAGED' };
}

/** A decimal without zeros that say nothing. */
function shortest(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const places = fraction.replace(/0+$/, '');
  return whole.replace(/^0+(?=\d)/, '') + (places === '' ? '' : `.${places}`);
}
