import { refusalMessage, type Refusal } from '../../../../core/refusal.ts';
import type { Locale } from '../../../../core/viewer.ts';
import type { ImportOutcome } from '../../commands/importing/import-price-list.ts';
import type { Finding } from '../../rules/finding.ts';
import { FINDINGS } from '../../rules/finding-codes.ts';

const WORDS = {
  zh: {
    published: (rows: number, day: string) => `已公布 ${String(rows)} 条价格，自 ${day} 起执行。`,
    changes: (appeared: number, changed: number, ended: number) =>
      `新增 ${String(appeared)} 条，变动 ${String(changed)} 条，停用 ${String(ended)} 条，其余不变。`,
    warned: (warnings: number) => (warnings === 0 ? '' : `另有 ${String(warnings)} 处提醒，请核对。`),
    refused: (errors: number, warnings: number) =>
      `未公布任何价格，原价目表继续有效：发现 ${String(errors)} 处错误、${String(warnings)} 处提醒，全部列出如下。`,
    none: '未公布任何价格，原价目表继续有效。',
    afterRefusal: '请按“改正”一栏逐处修改后重新导入。',
    afterPublication: '如有差错，改正后以同一执行日期重新导入即可。',
  },
  en: {
    published: (rows: number, day: string) => `${String(rows)} prices are published; they hold from ${day}.`,
    changes: (appeared: number, changed: number, ended: number) =>
      `${String(appeared)} begin, ${String(changed)} change, ${String(ended)} end, the others stay.`,
    warned: (warnings: number) => (warnings === 0 ? '' : `${String(warnings)} warnings are to be looked at.`),
    refused: (errors: number, warnings: number) =>
      `Nothing is published and the list before stays in force: ${String(errors)} errors and ${String(warnings)} warnings were found, all of them listed here.`,
    none: 'Nothing is published and the list before stays in force.',
    afterRefusal: 'Mend each place as its fix says, and import the file again.',
    afterPublication: 'Should anything be wrong, mend it and import the list again for the same day.',
  },
} as const;

/** A finding as people and programs read it. */
export interface ToldFinding extends Finding {
  readonly severity: 'ERROR' | 'WARNING';
  readonly rules: readonly string[];
  /** What was found. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A finding in words. */
export function toldFinding(finding: Finding, locale: Locale): ToldFinding {
  const meaning = FINDINGS[finding.code];
  const fill = (text: string): string =>
    text.replaceAll('{expected}', finding.expected ?? '—').replaceAll('{got}', finding.got ?? '—');
  return {
    ...finding,
    severity: meaning.severity,
    rules: meaning.rules,
    message: fill(locale === 'zh' ? meaning.zh : meaning.en),
    fix: fill(locale === 'zh' ? meaning.fixZh : meaning.fixEn),
  };
}

/** The whole report but for the findings, of which there may be a million. */
export function importReport(outcome: ImportOutcome, fileName: string | null, locale: Locale) {
  const { list, changes, found, file, prices, refusals } = outcome;
  const words = WORDS[locale];
  const sentences =
    list === null || changes === null
      ? [
          ...refusals.map((refusal) => refusalMessage(refusal, locale)),
          found.errors + found.warnings === 0 ? words.none : words.refused(found.errors, found.warnings),
        ]
      : [
          words.published(list.rows, list.effectiveOn),
          words.changes(changes.appeared, changes.changed, changes.ended),
          words.warned(found.warnings),
        ];
  const { format, isCompressed, encoding, delimiter } = file;
  return {
    outcome: list === null ? 'refused' : 'published',
    message: sentences.filter((sentence) => sentence !== '').join(locale === 'zh' ? '' : ' '),
    next: list !== null ? words.afterPublication : found.errors > 0 ? words.afterRefusal : null,
    list: list === null ? null : listOf(list, changes),
    file: { fileName, format, isCompressed, encoding, delimiter, sheets: file.readings() },
    prices,
    errors: found.errors,
    warnings: found.warnings,
    counts: [...found.counts].map(([code, count]) => ({ code, severity: FINDINGS[code].severity, count })),
    refusals: toldRefusals(refusals, locale),
  } as const;
}

/** What is told when the file was not read at all. */
export function refusalReport(refusals: readonly Refusal[], locale: Locale) {
  const told = toldRefusals(refusals, locale);
  const separator = locale === 'zh' ? '' : ' ';
  return {
    outcome: 'refused',
    message: [...told.map(({ message }) => message), WORDS[locale].none].join(separator),
    next: null,
    list: null,
    file: null,
    ...{ prices: 0, errors: told.length, warnings: 0, counts: [] },
    refusals: told,
  } as const;
}

export type ImportReport = ReturnType<typeof importReport> | ReturnType<typeof refusalReport>;

function listOf(list: NonNullable<ImportOutcome['list']>, changes: ImportOutcome['changes']) {
  const { id, kind, title, currency, effectiveOn, publishedAt, rows, rowsDigest, supersedesId } = list;
  const head = { id, kind, title, currency, effectiveOn, publishedAt: publishedAt.toISOString() };
  return { ...head, rows, rowsDigest, supersedes: supersedesId, changes };
}

function toldRefusals(refusals: readonly Refusal[], locale: Locale) {
  return refusals.map((refusal) => ({ ...refusal, message: refusalMessage(refusal, locale) }));
}
