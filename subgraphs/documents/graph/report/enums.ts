import { builder } from '../../builder.ts';
import { REPORT_LINES } from '../../rules/report/cell.ts';
import { columnWords, headingWords, lineWords } from '../../rules/report/words.ts';
import { REPORT_COLUMNS } from '../../rules/report/cell.ts';
import { REPORT_HEADINGS } from '../../rules/report/content.ts';

/** The words of the official form beside the English ones. */
const described = <Value extends string>(
  values: readonly Value[],
  words: (value: Value) => { zh: string; en: string },
) =>
  Object.fromEntries(
    values.map((value) => [value, { description: `${words(value).en} (${words(value).zh}).` }]),
  ) as Record<Value, { description: string }>;

export const AnnualReportLine = builder.enumType('AnnualReportLine', {
  description:
    'A line of the tables of an annual report: applications (rules A5, A6), then reconsiderations and lawsuits (rule A7).',
  values: described(REPORT_LINES, lineWords),
});

export const AnnualReportColumn = builder.enumType('AnnualReportColumn', {
  description:
    'A column of the tables of an annual report: kinds of applicants (rule A4), or what came of a reconsideration or lawsuit (rule A7).',
  values: described(REPORT_COLUMNS, columnWords),
});

export const AnnualReportHeading = builder.enumType('AnnualReportHeading', {
  description: 'A heading under which staff write; every report needs each of them (rules A2, A8).',
  values: described(REPORT_HEADINGS, headingWords),
});

export const NormativeMeasure = builder.enumType('NormativeMeasure', {
  description: 'What is counted of normative documents (行政规范性文件, rule A3).',
  values: {
    MADE: { description: 'Made in the year (本年制发).' },
    REPEALED: { description: 'Repealed in the year (本年废止).' },
    IN_FORCE: { description: 'In force at the end of the year (现行有效).' },
  },
});
