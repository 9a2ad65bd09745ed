import type { Locale } from '../../../core/viewer.ts';
import type { SheetReading } from '../rules/sheet/catalogue-file.ts';
import type { SheetPlace } from '../rules/sheet/sheet-fault.ts';
import type { ImportReport } from './import-report.ts';

/** A report as text that people read: the whole in a line, then every fault with its place, then how it was read. */
export function reportText(report: ImportReport, locale: Locale): string {
  const faults = report.faults.map(
    (fault, index) =>
      `${String(index + 1)}. ${placeWords(fault, locale)}${fault.message}${ruleWords(fault.rules, locale)}`,
  );
  const sheets = (report.file?.sheets ?? []).flatMap((sheet) => sheetLines(sheet, locale));
  return `${[report.message, ...faults, ...sheets, report.next].join('\n')}\n`;
}

function placeWords({ sheet, row, column, heading }: SheetPlace, locale: Locale): string {
  if (sheet === null) return '';
  if (locale === 'zh') {
    const at = row === null ? '' : `第 ${String(row)} 行`;
    const in_ = column === null ? '' : ` ${column} 列${heading === null ? '' : `（${heading}）`}`;
    return `工作表“${sheet}”${at}${in_}：`;
  }
  const at = row === null ? '' : `, row ${String(row)}`;
  const in_ = column === null ? '' : `, column ${column}${heading === null ? '' : ` (${heading})`}`;
  return `Sheet "${sheet}"${at}${in_}: `;
}

function ruleWords(rules: readonly string[] | undefined, locale: Locale): string {
  if (rules === undefined || rules.length === 0) return '';
  return locale === 'zh' ? `（规则 ${rules.join('、')}）` : ` (rules ${rules.join(', ')})`;
}

function sheetLines(sheet: SheetReading, locale: Locale): string[] {
  const columns = sheet.columns.map(({ column, readAs }) => `${column}=${readAs}`).join(' ');
  const unread = sheet.unreadColumns.map(({ column, heading }) => `${column}=${heading}`).join(' ');
  const passed = sheet.passedOver.map(({ row, text }) => `${String(row)}: ${text}`);
  const words =
    locale === 'zh'
      ? { items: '个事项', read: '识别的列', unread: '未采用的列', assumed: '按通例', passed: '略过的行' }
      : {
          items: 'items',
          read: 'columns read',
          unread: 'columns not read',
          assumed: 'taken as usual',
          passed: 'rows passed over',
        };
  return [
    `${sheet.name}: ${String(sheet.items)} ${words.items}`,
    ...(columns === '' ? [] : [`  ${words.read}: ${columns}`]),
    ...(unread === '' ? [] : [`  ${words.unread}: ${unread}`]),
    ...(sheet.assumed.length === 0 ? [] : [`  ${words.assumed}: ${sheet.assumed.join(' ')}`]),
    ...passed.map((line) => `  ${words.passed} ${line}`),
  ];
}
