import type { Locale } from '../core/viewer.ts';

/**
 * The language of an answer: Chinese, unless the caller plainly prefers English.
 *
 * @param acceptLanguage - the header as it came; a part that is not well formed is passed over
 * @see RFC 9110, section 12.5.4
 */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const ranges = (acceptLanguage ?? '').split(',').flatMap(parseRange);
  return weightOf('en', ranges) > weightOf('zh', ranges) ? 'en' : 'zh';
}

interface LanguageRange {
  readonly language: string;
  readonly weight: number;
}

function parseRange(text: string): LanguageRange[] {
  const match = /^\s*(\*|[a-z]{1,8})(?:-[a-z0-9-]+)?\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(text);
  return match === null ? [] : [{ language: (match[1] ?? '').toLowerCase(), weight: Number(match[2] ?? '1') }];
}

function weightOf(locale: Locale, ranges: readonly LanguageRange[]): number {
  const named = ranges.filter(({ language }) => language === locale);
  const fitting = named.length > 0 ? named : ranges.filter(({ language }) => language === '*');
  return Math.max(0, ...fitting.map(({ weight }) => weight));
}
