import type { PriceKind } from '../price-row.ts';
import { HEADING_WORDS, type ColumnCell } from './heading-words.ts';
import { isConditionWord, isTierWord } from './tier-words.ts';

/** What a heading says of its column. */
export interface HeadingMeaning {
  readonly cell: ColumnCell;
  /** 0 for the best words; of two columns for one cell the lower counts. */
  readonly rank: number;
  /** Of an amount, whether the heading names a tier or a condition, and in which words. */
  readonly tier: string | null;
  readonly condition: string | null;
}

/** In which words a list speaks. */
export interface Vocabulary {
  readonly kind: PriceKind;
  /** The words of the province's dictionary of tiers, folded. */
  readonly tiers: ReadonlySet<string>;
}

type Dictionary = ReadonlyMap<string, HeadingMeaning>;

const BLANKS = /[\s\u200b-\u200f\u2060\ufeff]+/g;
const SIGNS = /[()[\]【】〔〕{}<>《》,、.。:;/\\|·—–\-_*#'"“”&+]/g;
const SEVERAL = /[/、及和或]/;
const BRACKETED = /([([【〔])([^)\]】〕]*)[)\]】〕]/g;
/** What in brackets or after a heading only says that it is in yuan, or per cent. */
const YUAN_NOTE = /^(?:(?:(?:计价|金额|价格)?单位)?:?(?:人民币)?(?:元|￥|¥|yuan|cny|rmb|%)+(?:\/.*)?|人民币)$/;
/** Words before a heading that change nothing. */
const PREFIXES = [
  '医疗服务价格',
  '医疗服务',
  '医用耗材',
  '医疗',
  '本院',
  '我院',
  '医院',
  '收费',
  '药品',
  '耗材',
  '材料',
  '卫材',
  '产品',
  '现行',
  '公示',
];
/** A heading with any of these is never the price, however near it is. @see rule H13 */
const NEVER_PRICE = /支付|医保|报销|最高|上限|限价|原|调整前|调前|进价|进货|采购|成本|批发|不含|上期|自付|比例/;
/** 政府最高限价, 省最高收费标准: whoever sets it and for what, unless it is about insurance or about the lowest. */
const CEILING = /最高.{0,4}(?:价|标准)|限价|价格?上限/;
const NO_CEILING = /支付|医保|报销|结算|自付|比例|最低/;
const AMOUNT_CELLS: readonly ColumnCell[] = ['amount', 'ceiling', 'paymentStandard'];
/** The rank of a tier's name alone, which is a price only where no other column is. */
export const BARE_TIER = 3;
const SHORTEST_NEAR = 5;

const dictionaries = new Map<PriceKind, Dictionary>();

/** A heading for comparing: without spaces and line breaks, full-width signs as half-width ones, in lower case. */
export function foldedHeading(text: string): string {
  return text.normalize('NFKC').replaceAll(BLANKS, '').toLowerCase();
}

/**
 * What a heading means in a list of that kind, by near match: width, spaces, signs, notes in brackets, words such as
 * 本院 before it and, in long headings, one wrong character make no difference.
 */
export function headingMeaning(heading: string, vocabulary: Vocabulary, underPrice = false): HeadingMeaning | null {
  const words = dictionaryOf(vocabulary.kind);
  const saying = sayingOf(vocabulary, underPrice);
  const forms = formsOf(heading);
  const whole = forms[0] ?? '';
  for (const form of forms) {
    const bare = withoutYuan(form);
    const known = words.get(form) ?? words.get(bare) ?? tieredAmount(bare, words, saying);
    if (known !== null) return form === whole ? known : priceOnlyIfSure(whole, known);
  }
  const several = severalMeaning(heading, words);
  if (several !== null) return several;
  if (CEILING.test(whole) && !NO_CEILING.test(whole)) return { cell: 'ceiling', rank: 1, tier: null, condition: null };
  for (const form of forms) {
    const near = nearMeaning(withoutYuan(form), words);
    if (near !== null) return priceOnlyIfSure(whole, near);
  }
  return null;
}

/** Whether a heading is nothing but a note such as (元) or 单位：元. */
export function isYuanNote(heading: string): boolean {
  return YUAN_NOTE.test(foldedHeading(heading).replaceAll(/[()[\]]/g, ''));
}

/** A heading with what stands in brackets, without notes such as (元), and with nothing in brackets at all. */
function formsOf(heading: string): readonly string[] {
  const text = foldedHeading(heading).replaceAll(/^[\d]+[.、]/g, '');
  const noted = text.replaceAll(BRACKETED, (all, _open, inner: string) =>
    inner === '' || YUAN_NOTE.test(inner) ? '' : all,
  );
  return [noted, text.replaceAll(BRACKETED, '')]
    .map((form) => form.replaceAll(SIGNS, ''))
    .filter((form) => form !== '');
}

function withoutYuan(form: string): string {
  const bare = form.replace(/(?:单位)?(?:人民币)?(?:元|¥|￥)$/, '');
  return bare === '' ? form : bare;
}

function dictionaryOf(kind: PriceKind): Dictionary {
  const known = dictionaries.get(kind);
  if (known !== undefined) return known;
  const words = new Map<string, HeadingMeaning>();
  for (const part of HEADING_WORDS[kind]) {
    for (const [cell, lines] of Object.entries(part) as [ColumnCell, readonly string[]][]) {
      lines.forEach((line, rank) => {
        for (const word of line.split(' ')) {
          const key = foldedHeading(word).replaceAll(SIGNS, '');
          if (!words.has(key)) words.set(key, { cell, rank, tier: null, condition: null });
        }
      });
    }
  }
  dictionaries.set(kind, words);
  return words;
}

type Saying = Pick<HeadingMeaning, 'tier' | 'condition' | 'rank'>;

/** Finds what tier or condition words name; alone, or beside words for an amount. */
type FindSaying = (text: string, besideAmount: boolean) => Saying | null;

function sayingOf({ tiers }: Vocabulary, underPrice: boolean): FindSaying {
  return (text, besideAmount) => {
    const isPrice = underPrice || besideAmount;
    const rank = isPrice ? 1 : BARE_TIER;
    if (tiers.has(text) || isTierWord(text, isPrice)) return { tier: text, condition: null, rank };
    return isPrice && isConditionWord(text) ? { tier: null, condition: text, rank } : null;
  };
}

/** 三级医院价格, 价格(三甲), 三级 | 二级 under 价格: an amount for one tier. */
function tieredAmount(form: string, words: Dictionary, saying: FindSaying): HeadingMeaning | null {
  const alone = saying(form, false);
  if (alone !== null) return { cell: 'amount', ...alone };
  for (let length = form.length - 1; length > 0; length -= 1) {
    for (const [word, rest] of [
      [form.slice(-length), form.slice(0, -length)],
      [form.slice(0, length), form.slice(length)],
    ] as const) {
      const cell = words.get(word)?.cell;
      if (cell === undefined || !AMOUNT_CELLS.includes(cell)) continue;
      const said = saying(rest, true);
      if (said !== null) return { cell, ...said };
    }
  }
  return null;
}

/** 生产厂家/产地: several words for the same. */
function severalMeaning(heading: string, words: Dictionary): HeadingMeaning | null {
  const parts = foldedHeading(heading).split(SEVERAL);
  const meanings = parts.map((part) => words.get(part));
  const [first] = meanings;
  return first !== undefined && meanings.every((meaning) => meaning?.cell === first.cell) ? first : null;
}

function nearMeaning(form: string, words: Dictionary): HeadingMeaning | null {
  const prefix = PREFIXES.find((word) => form.startsWith(word) && words.has(form.slice(word.length)));
  if (prefix !== undefined) return words.get(form.slice(prefix.length)) ?? null;
  if (form.length < SHORTEST_NEAR) return null;
  const near = [...words].filter(([word]) => differsByOne(word, form)).map(([, meaning]) => meaning);
  return near.every(({ cell }) => cell === near[0]?.cell) ? (near[0] ?? null) : null;
}

function priceOnlyIfSure(form: string, meaning: HeadingMeaning | null): HeadingMeaning | null {
  return meaning?.cell === 'amount' && NEVER_PRICE.test(form) ? null : meaning;
}

function differsByOne(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let different = 0;
  for (let index = 0; index < one.length && different < 2; index += 1) {
    if (one.charCodeAt(index) !== other.charCodeAt(index)) different += 1;
  }
  return different === 1;
}
