import { civilDateOf } from '../../../../core/civil-date.ts';
import type { Locale } from '../../../../core/viewer.ts';
import type { ReportContent } from './content.ts';
import type { Words } from './words.ts';

/** A report as it is printed. */
export interface PrintedReport {
  readonly officeName: string;
  readonly year: number;
  readonly content: ReportContent;
  readonly isLive: boolean;
  /** When it was published last; null before. */
  readonly publishedAt: Date | null;
  readonly isCorrected: boolean;
}

/** How a report is marked that is not public. */
export const UNPUBLISHED: Words = { zh: '未公布', en: 'not published' };

/** The title of a report in two lines: whose it is, and what of which year. */
export function titleLines({ officeName, year }: PrintedReport, locale: Locale): readonly [string, string] {
  const what = {
    zh: `${String(year)}年政府信息公开工作年度报告`,
    en: `Annual report on openness, ${String(year)}`,
  };
  return [officeName, what[locale]];
}

/** The same in one line. */
export function reportTitle(report: PrintedReport, locale: Locale): string {
  return titleLines(report, locale).join({ zh: '', en: ': ' }[locale]);
}

/** What stands under the title: when it was published and whether it was corrected, or that it is not public. */
export function publicationNote({ isLive, publishedAt, isCorrected }: PrintedReport, locale: Locale): string {
  if (isLive || publishedAt === null) {
    return { zh: '未公布：数字为当前统计结果，尚未定稿。', en: 'Not published: the numbers stand as counted now.' }[
      locale
    ];
  }
  const on = civilDateOf(publishedAt);
  const corrected = { zh: '（更正后重新公布）', en: ' (corrected)' }[locale];
  return `${{ zh: '公布日期：', en: 'Published on ' }[locale]}${on}${isCorrected ? corrected : ''}`;
}
