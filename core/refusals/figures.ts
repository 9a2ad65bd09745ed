import type { Locale } from '../viewer.ts';

/** What monthly figures are refused for. */
export const FIGURES_REFUSALS = {
  MONTH_MALFORMED: {
    zh: '月份格式不符：应为 {expected}，收到 {got}。',
    en: 'The month does not fit its form: expected {expected}, got {got}.',
  },
  MONTH_NOT_OVER: {
    zh: '当月尚未结束，不能公开：应为 {expected} 或以前，收到 {got}。',
    en: 'Only a month that is over is published: expected {expected} or earlier, got {got}.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
