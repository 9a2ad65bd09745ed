import type { Table } from '../../../../core/table.ts';
import type { Locale } from '../../../../core/viewer.ts';
import { REPORT_HEADINGS } from './content.ts';
import { gridOf, heading, value, type FormTable } from './form-table.ts';
import { applicationsForm, proactiveForm, reviewsForm } from './form-tables.ts';
import { reportTitle, UNPUBLISHED, type PrintedReport } from './printed-report.ts';
import { headingWords } from './words.ts';

/** A sheet of a report, and how it is shown. */
export interface ReportSheet extends Table {
  readonly widths: readonly number[];
  readonly titleRow: number;
  readonly headerRows: readonly [first: number, last: number];
  readonly lastRow: number;
  readonly headings: ReadonlySet<string>;
  readonly hasNumbers: boolean;
  readonly paper: 'a4';
}

const NAMES: Readonly<Record<Locale, readonly [string, string, string, string]>> = {
  zh: ['主动公开', '依申请公开', '复议诉讼', '文字部分'],
  en: ['Proactive', 'Applications', 'Reviews', 'Texts'],
};

/** The sheets of a report: the three official tables, then what staff wrote. @see rule A2 */
export function reportSheets(report: PrintedReport, locale: Locale): readonly [ReportSheet, ...ReportSheet[]] {
  const [proactive, applications, reviews, texts] = NAMES[locale];
  const { content } = report;
  return [
    sheetOf(report, proactiveForm(content, locale), { name: proactive, locale }),
    sheetOf(report, applicationsForm(content, locale), { name: applications, locale }),
    sheetOf(report, reviewsForm(content, locale), { name: reviews, locale }),
    { ...sheetOf(report, textsForm(report, locale), { name: texts, locale }), hasNumbers: false },
  ];
}

/** Over the table stand the title of the report and that of the part. */
const ABOVE = 2;

function sheetOf(
  report: PrintedReport,
  form: FormTable,
  { name, locale }: { readonly name: string; readonly locale: Locale },
): ReportSheet {
  const { rows, merges, headings } = gridOf(form, ABOVE);
  const right = form.widths.length - 1;
  const mark = report.isLive ? `（${UNPUBLISHED[locale]}）` : '';
  return {
    name,
    rows: [[`${reportTitle(report, locale)}${mark}`], [form.title], ...rows],
    merges: [{ top: 0, left: 0, bottom: 0, right }, { top: 1, left: 0, bottom: 1, right }, ...merges],
    widths: form.widths,
    titleRow: 0,
    headerRows: [1, ABOVE + form.headerRows - 1],
    lastRow: ABOVE + rows.length - 1,
    headings,
    hasNumbers: true,
    paper: 'a4',
  };
}

function textsForm({ content }: PrintedReport, locale: Locale): FormTable {
  return {
    title: { zh: '一、五、六部分', en: 'Parts 1, 5 and 6' }[locale],
    widths: [30, 90],
    headerRows: 0,
    rows: REPORT_HEADINGS.map((one) => [heading(headingWords(one)[locale]), value(content.texts[one])]),
  };
}
