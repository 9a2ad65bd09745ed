import type { Locale } from '../viewer.ts';

/** What annual reports are refused for. */
export const REPORT_REFUSALS = {
  AMOUNT_MALFORMED: {
    zh: '金额格式不符：应为最多四位小数的数字，如 {expected}，收到 {got}。',
    en: 'The amount does not fit its form: expected a number with up to four places such as {expected}, got {got}.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
