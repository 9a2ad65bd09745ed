import type { Locale } from '../viewer.ts';

/** What changes of validity, clean-ups, searches and targets are refused for. */
export const VALIDITY_REFUSALS = {
  RELATION_TO_ITSELF: {
    zh: '文件不能修改或废止自身：{got}。',
    en: 'A document can not amend or repeal itself: {got}.',
  },
  VALIDITY_NOT_FITTING: {
    zh: '当前有效性不允许此操作：应为 {expected}，实际为 {got}。',
    en: 'The present validity does not allow this: expected {expected}, got {got}.',
  },
  DOCUMENT_OF_OTHER_ISSUER: {
    zh: '只能清理本机关制发的文件：应为 {expected}，实际为 {got}。',
    en: "A clean-up covers the issuer's own documents: expected one of {expected}, got one of {got}.",
  },
  CLEAN_UP_LEAVES_OUT: {
    zh: '清理结果遗漏了现行有效的规范性文件：{expected}《{got}》。',
    en: 'The clean-up leaves out a normative document in force: {expected}, {got}.',
  },
  NUMBER_OUT_OF_RANGE: {
    zh: '数值超出范围：应为 {expected}，收到 {got}。',
    en: 'The number is out of range: expected {expected}, got {got}.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
