import { Fault } from '../../../../core/fault.ts';
import { Refused } from '../../../../core/refusal.ts';
import type { Locale } from '../../../../core/viewer.ts';

/** What a file may be at most, as those who send one say it; by the limit's name. */
const LIMITS: Readonly<Record<string, (maximum: string) => string>> = {
  rows: (maximum) => `每个工作表不超过 ${maximum} 行`,
  columns: (maximum) => `不超过 ${maximum} 列`,
  sheets: (maximum) => `不超过 ${maximum} 个工作表`,
  'parts of a workbook': (maximum) => `工作簿不超过 ${maximum} 个部件`,
  'characters in a line': (maximum) => `每行不超过 ${maximum} 个字符`,
  'characters in a row': (maximum) => `每行不超过 ${maximum} 个字符`,
  'bytes once unpacked': (maximum) => `解压后不超过 ${maximum} 字节`,
  'times the packed size once unpacked': (maximum) => `解压后不超过压缩时的 ${maximum} 倍`,
  'bytes of texts that cells share': (maximum) => `单元格文字合计不超过 ${maximum} 字节`,
};

/**
 * The refusal of a file that passes a limit, in the words of whoever sent it; null for any other error. It is a file that
 * can not be read like others, so that one report tells of both.
 */
export function passedLimit(error: unknown, locale: Locale): Refused | null {
  if (!(error instanceof Fault) || error.code !== 'LIMIT_EXCEEDED') return null;
  const { limit, maximum } = error.details;
  const words = LIMITS[String(limit)];
  if (words === undefined) return null;
  const [, got = 'more'] = /, got (.*)\.$/.exec(error.message) ?? [];
  const line = /in (?:line|row) (\d+)/.exec(got)?.[1];
  const told =
    locale === 'zh'
      ? { expected: `${words(String(maximum))}的文件`, got: line === undefined ? '超出的' : `第 ${line} 行超出` }
      : { expected: `at most ${String(maximum)} ${String(limit)}`, got };
  return new Refused([{ code: 'FILE_UNREADABLE', path: [], ...told }]);
}
