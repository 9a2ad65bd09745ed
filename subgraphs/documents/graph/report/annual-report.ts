import { builder } from '../../builder.ts';
import { APPLICATION_COLUMNS, APPLICATION_LINES } from '../../rules/report/application-lines.ts';
import type { ReportColumn, ReportLine } from '../../rules/report/cell.ts';
import {
  missingParts,
  PART_OF_HEADING,
  REPORT_HEADINGS,
  type ReportContent,
  type ReportHeading,
} from '../../rules/report/content.ts';
import { reportDueOn } from '../../rules/report/publication.ts';
import { REVIEW_COLUMNS, REVIEW_LINES } from '../../rules/report/review-lines.ts';
import { publishedReports, reportId, type Report } from '../../store/report/reports.ts';
import { Institution } from '../document-links.ts';
import { AnnualReportColumn, AnnualReportHeading, AnnualReportLine } from './enums.ts';

interface Cell {
  readonly line: ReportLine;
  readonly column: ReportColumn;
  readonly count: number;
}
interface Line {
  readonly line: ReportLine;
  readonly cells: readonly Cell[];
}

function linesOf<Row extends ReportLine, Column extends ReportColumn>(
  table: Readonly<Record<Row, Readonly<Record<Column, number>>>>,
  lines: readonly Row[],
  columns: readonly Column[],
): Line[] {
  return lines.map((line) => ({
    line,
    cells: columns.map((column) => ({ line, column, count: table[line][column] })),
  }));
}

const AnnualReportCell = builder.objectRef<Cell>('AnnualReportCell').implement({
  description: 'One number of a table; `annualReportCases` opens it to its cases.',
  fields: (t) => ({
    id: t.id({
      description: 'Names the cell within any report: its line and its column.',
      resolve: ({ line, column }) => `${line}.${column}`,
    }),
    column: t.expose('column', { type: AnnualReportColumn, description: 'The column.' }),
    count: t.exposeInt('count', { description: 'The number.' }),
  }),
});

const AnnualReportRow = builder.objectRef<Line>('AnnualReportRow').implement({
  description: 'One line of a table, with a number for every column.',
  fields: (t) => ({
    line: t.expose('line', { type: AnnualReportLine, description: 'The line.' }),
    cells: t.field({ type: [AnnualReportCell], description: 'Its cells.', resolve: ({ cells }) => [...cells] }),
  }),
});

type Text = { readonly heading: ReportHeading; readonly text: string };

const AnnualReportText = builder.objectRef<Text>('AnnualReportText').implement({
  description: 'What staff wrote under a heading.',
  fields: (t) => ({
    heading: t.expose('heading', { type: AnnualReportHeading, description: 'The heading.' }),
    part: t.int({
      description: 'In which of the six parts it stands: 1, 5 or 6 (rule A2).',
      resolve: ({ heading }) => PART_OF_HEADING[heading],
    }),
    text: t.exposeString('text', { description: 'The text.' }),
  }),
});

const entered = (name: keyof ReportContent['entered'], standsFor: number | null = null) =>
  ({ nullable: true, resolve: ({ entered: numbers }: ReportContent) => numbers[name] ?? standsFor }) as const;

const AnnualReportProactive = builder.objectRef<ReportContent>('AnnualReportProactive').implement({
  description:
    'Part 2, disclosure of its own accord (主动公开政府信息情况, rule A3): normative documents are counted, the rest is entered by staff and null until it is.',
  fields: (t) => ({
    regulationsMade: t.int({ description: 'Regulations (规章) made in the year.', ...entered('regulationsMade', 0) }),
    regulationsRepealed: t.int({ description: 'Regulations repealed.', ...entered('regulationsRepealed', 0) }),
    regulationsInForce: t.int({ description: 'Regulations in force.', ...entered('regulationsInForce', 0) }),
    normativeMade: t.int({
      description: 'Normative documents (行政规范性文件) made in the year.',
      resolve: ({ normative }) => normative.made,
    }),
    normativeRepealed: t.int({
      description: 'Normative documents repealed in the year.',
      resolve: ({ normative }) => normative.repealed,
    }),
    normativeInForce: t.int({
      description: 'Normative documents in force at the end of the year.',
      resolve: ({ normative }) => normative.inForce,
    }),
    permits: t.int({ description: 'Decisions on permits (行政许可) in the year.', ...entered('permits') }),
    penalties: t.int({ description: 'Decisions on penalties (行政处罚) in the year.', ...entered('penalties') }),
    compulsoryMeasures: t.int({
      description: 'Decisions on compulsory measures (行政强制) in the year.',
      ...entered('compulsoryMeasures'),
    }),
    feesTenThousandYuan: t.string({
      nullable: true,
      description: 'Fees (行政事业性收费) in the year, in ten thousand yuan (万元): exact decimal text.',
      resolve: ({ feesTenThousandYuan }) => feesTenThousandYuan,
    }),
  }),
});

export const AnnualReport = builder.objectRef<Report>('AnnualReport').implement({
  description:
    'The annual report on openness (政府信息公开工作年度报告) of an office (rules A1–A8), as it was published or, for staff, as it stands now.',
  fields: (t) => ({
    id: t.id({ description: 'A global id.', resolve: ({ officeId, year }) => reportId(officeId, year) }),
    year: t.exposeInt('year', { description: 'The year that it is about.' }),
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'Whose report it is.',
      resolve: ({ officeId }) => ({ id: officeId }),
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'The last day on which it is in time, to the department above and to the public: 31 January.',
      resolve: ({ year }) => reportDueOn(year),
    }),
    isLive: t.exposeBoolean('isLive', {
      description: 'Whether its numbers were counted just now and are not public (未公布); only for staff.',
    }),
    firstPublishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was first published, which decides whether it was in time; null before.',
      resolve: ({ publication }) => publication?.firstPublishedAt ?? null,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was published last; null before.',
      resolve: ({ publication }) => publication?.publishedAt ?? null,
    }),
    revision: t.int({
      description: 'How often it was published; above 1 it was corrected.',
      resolve: ({ publication }) => publication?.revision ?? 0,
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.objectFields(AnnualReport, (t) => ({
  proactive: t.field({
    type: AnnualReportProactive,
    description: 'Part 2: what is disclosed without being asked for.',
    resolve: ({ content }) => content,
  }),
  applications: t.field({
    type: [AnnualReportRow],
    description:
      'Part 3: applications. In every column RECEIVED and CARRIED_OVER are together HANDLED and CARRIED_FORWARD (rule A5).',
    resolve: ({ content }) => linesOf(content.applications, APPLICATION_LINES, APPLICATION_COLUMNS),
  }),
  reviews: t.field({
    type: [AnnualReportRow],
    description: 'Part 4: reconsiderations and lawsuits (rule A7).',
    resolve: ({ content }) => linesOf(content.reviews, REVIEW_LINES, REVIEW_COLUMNS),
  }),
  texts: t.field({
    type: [AnnualReportText],
    description:
      'Parts 1, 5 and 6: what staff wrote, in the order of the report; headings without a text are left out.',
    resolve: ({ content }) =>
      REPORT_HEADINGS.flatMap((heading) => {
        const text = content.texts[heading];
        return text === undefined ? [] : [{ heading, text }];
      }),
  }),
  missing: t.stringList({
    description: 'What must be written or entered before it can be published; headings and names of numbers.',
    resolve: ({ content }) => missingParts(content),
  }),
}));

builder.asEntity(AnnualReport, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context) => publishedReports(context).load(id),
});
