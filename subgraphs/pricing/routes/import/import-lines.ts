import { CSV_BEGIN, csvLine } from '../../../../core/csv-line.ts';
import type { Locale } from '../../../../core/viewer.ts';
import type { RouteRequest } from '../../../kit/route.ts';
import type { Found } from '../../commands/importing/found.ts';
import type { ImportOutcome, ImportProgress } from '../../commands/importing/import-price-list.ts';
import type { SheetReading } from '../../rules/reading/sheet-reader.ts';
import { importReport, toldFinding, type ImportReport, type ToldFinding } from './import-report.ts';

const encoder = new TextEncoder();
/** So many characters go out at once. */
const CHUNK = 65_536;

/** How far an import has come, as a line of JSON. */
export function progressLine(progress: ImportProgress): Uint8Array {
  return encoder.encode(`${JSON.stringify({ progress })}\n`);
}

/** A whole report without its findings, as a line of JSON. */
export function reportLine(report: ImportReport): Uint8Array {
  return encoder.encode(`${JSON.stringify({ report })}\n`);
}

/** Every finding and then the report, each as a line of JSON. */
export async function* endLines(request: RouteRequest, fileName: string | null, outcome: ImportOutcome) {
  const { locale } = request.scope;
  yield* disposing(outcome.found, async function* () {
    for await (const finding of outcome.found.all())
      yield `${JSON.stringify({ finding: toldFinding(finding, locale) })}\n`;
  });
  yield reportLine(importReport(outcome, fileName, locale));
}

/** A report as one JSON document; its findings are written as they are read. */
export function jsonOf(report: ImportReport, found: Found, locale: Locale): AsyncIterable<Uint8Array> {
  return disposing(found, async function* () {
    yield `${JSON.stringify(report).slice(0, -1)},"findings":[`;
    let separator = '\n';
    for await (const finding of found.all()) {
      yield separator + JSON.stringify(toldFinding(finding, locale));
      separator = ',\n';
    }
    yield ']}\n';
  });
}

/** What refuses the list as such, and the findings, as a table that spreadsheet programs open. */
export function csvOf(report: ImportReport, found: Found, locale: Locale): AsyncIterable<Uint8Array> {
  return disposing(found, async function* () {
    yield CSV_BEGIN + csvLine(HEADINGS[locale]);
    for (const { message, got, expected, rules, code } of report.refusals) {
      const cells = [SEVERITIES[locale].ERROR, null, null, null, null, message, got ?? null, expected ?? null, null];
      yield csvLine([...cells, (rules ?? []).join(' '), code]);
    }
    for await (const finding of found.all()) yield csvLine(cellsOf(toldFinding(finding, locale), locale));
  });
}

/** A report as text that people read. */
export function textOf(report: ImportReport, found: Found, locale: Locale): AsyncIterable<Uint8Array> {
  return disposing(found, async function* () {
    yield `${report.message}\n`;
    let number = 0;
    for await (const finding of found.all()) {
      number += 1;
      yield `${String(number)}. ${placeWords(finding, locale)}${wordsOf(toldFinding(finding, locale), locale)}\n`;
    }
    for (const sheet of report.file?.sheets ?? []) yield sheetWords(sheet, locale);
    if (report.next !== null) yield `${report.next}\n`;
  });
}

const HEADINGS: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['级别', '工作表', '行', '列', '栏目', '发现', '收到', '应为', '改正', '规则', '代码'],
  en: ['severity', 'sheet', 'row', 'column', 'heading', 'finding', 'got', 'expected', 'fix', 'rules', 'code'],
};
const SEVERITIES = { zh: { ERROR: '错误', WARNING: '提醒' }, en: { ERROR: 'error', WARNING: 'warning' } } as const;

function cellsOf(finding: ToldFinding, locale: Locale): readonly (string | number | null)[] {
  const { severity, sheet, row, column, heading, message, got, expected, fix, rules, code } = finding;
  const cells = [SEVERITIES[locale][severity], sheet, row, column, heading, message, got, expected, fix];
  return [...cells, rules.join(' '), code];
}

function placeWords(
  { sheet, row, column, heading }: Pick<ToldFinding, 'sheet' | 'row' | 'column' | 'heading'>,
  locale: Locale,
): string {
  const at = heading === null ? '' : locale === 'zh' ? `（${heading}）` : ` (${heading})`;
  const words =
    locale === 'zh'
      ? [
          sheet === null ? '' : `工作表“${sheet}”`,
          row === null ? '' : `第 ${String(row)} 行`,
          column === null ? '' : `${column} 列`,
        ]
      : [
          sheet === null ? '' : `sheet "${sheet}"`,
          row === null ? '' : `row ${String(row)}`,
          column === null ? '' : `column ${column}`,
        ];
  const place = words.filter((word) => word !== '').join(locale === 'zh' ? '' : ', ') + at;
  return place === '' ? '' : `${place}${locale === 'zh' ? '：' : ': '}`;
}

function wordsOf({ severity, message, fix, rules }: ToldFinding, locale: Locale): string {
  const label = SEVERITIES[locale][severity];
  return locale === 'zh'
    ? `【${label}】${message}${fix}（规则 ${rules.join('、')}）`
    : `[${label}] ${message} ${fix} (rules ${rules.join(', ')})`;
}

function sheetWords({ sheet, columns, unreadColumns, prices, passedOver }: SheetReading, locale: Locale): string {
  const read = columns.map(({ column, heading, readAs }) => `${column}=${heading}→${readAs}`).join(' ');
  const unread = unreadColumns.map(({ column, heading }) => `${column}=${heading}`).join(' ');
  const words =
    locale === 'zh'
      ? { prices: '条价格', passed: '行略过', read: '识别的列', unread: '未采用的列' }
      : { prices: 'prices', passed: 'rows passed over', read: 'columns read', unread: 'columns not read' };
  const lines = [
    `${sheet ?? '—'}: ${String(prices)} ${words.prices}, ${String(passedOver)} ${words.passed}`,
    ...(read === '' ? [] : [`  ${words.read}: ${read}`]),
    ...(unread === '' ? [] : [`  ${words.unread}: ${unread}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Gathers small texts into larger pieces, and gives the findings' place on disk back when all are read or none are wanted. */
async function* disposing(
  found: Found,
  texts: () => AsyncGenerator<string, void, void>,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    let waiting = '';
    for await (const text of texts()) {
      waiting += text;
      if (waiting.length < CHUNK) continue;
      yield encoder.encode(waiting);
      waiting = '';
    }
    if (waiting !== '') yield encoder.encode(waiting);
  } finally {
    await found.dispose();
  }
}
