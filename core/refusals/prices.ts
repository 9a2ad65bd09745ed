import type { Locale } from '../viewer.ts';

/** What price lists are refused for. */
export const PRICES_REFUSALS = {
  AMOUNT_OUT_OF_RANGE: {
    zh: '金额超出范围：应为 {expected}，收到 {got}。',
    en: 'The amount is out of range: expected {expected}, got {got}.',
  },
  PRICE_FAULTY: {
    zh: '价目有误（{expected}）：{got}。',
    en: 'The price is faulty ({expected}): {got}.',
  },
  PRICE_REPEATED: {
    zh: '价目重复：同一编码、名称、规格、单位和等级的 {got} 已列出。',
    en: 'A price is repeated: {got} stands in the list already with the same code, specification, unit and tier.',
  },
  PRICE_LIST_OUTDATED: {
    zh: '执行日期早于现行价目表：应不早于 {expected}，收到 {got}。',
    en: 'The list would take effect before the one in force: expected {expected} or later, got {got}.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
