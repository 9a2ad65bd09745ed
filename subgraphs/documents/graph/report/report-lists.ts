import { queryFromInfo } from '@pothos/plugin-prisma';
import { civilDateOf, type CivilDate } from '../../../../core/civil-date.ts';
import { builder } from '../../builder.ts';
import { pageArgs } from '../../../kit/connection.ts';
import { cellOf } from '../../rules/report/cell.ts';
import { reportDueOn, reportStanding } from '../../rules/report/publication.ts';
import { casesOfCell } from '../../store/report/application-counts.ts';
import { normativeOfMeasure } from '../../store/report/normative-documents.ts';
import {
  owedReports,
  publishedReports,
  reportId,
  requireStaffOfOffice,
  shownReport,
  type OwedReport,
} from '../../store/report/reports.ts';
import { DisclosureApplicationConnection } from '../application/lists.ts';
import { Institution } from '../document-links.ts';
import { DocumentConnection, Region } from '../document-lists.ts';
import { AnnualReport } from './annual-report.ts';
import { AnnualReportColumn, AnnualReportLine, NormativeMeasure } from './enums.ts';

interface OwedOn extends OwedReport {
  readonly on: CivilDate;
}

function standingOf({ year, firstPublishedAt, on }: OwedOn) {
  return reportStanding(year, firstPublishedAt && civilDateOf(firstPublishedAt), on);
}

const AnnualReportStanding = builder.objectRef<OwedOn>('AnnualReportStanding').implement({
  description: 'Whether an office has published its report of a year, and whether in time (rule A1).',
  fields: (t) => ({
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'Who publishes it.',
      resolve: ({ officeId }) => ({ id: officeId }),
    }),
    region: t.field({
      type: Region,
      nullable: true,
      description: "The office's region.",
      resolve: ({ regionCode }) => ({ code: regionCode }),
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'The last day on which it is in time: 31 January of the next year.',
      resolve: ({ year }) => reportDueOn(year),
    }),
    firstPublishedAt: t.expose('firstPublishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was first published; null when it was not.',
    }),
    isLate: t.boolean({
      description: 'Whether it was published, but after its due day.',
      resolve: (owed) => standingOf(owed).isLate,
    }),
    isOverdue: t.boolean({
      description: 'Whether its due day is past and it was not published by the day asked about.',
      resolve: (owed) => standingOf(owed).isOverdue,
    }),
    report: t.field({
      type: AnnualReport,
      nullable: true,
      description: 'The report as it was published; null before.',
      resolve: ({ officeId, year, firstPublishedAt }, _args, context) =>
        firstPublishedAt === null ? null : publishedReports(context).load(reportId(officeId, year)),
    }),
  }),
});

const office = { required: true, description: 'The office, a health authority.' } as const;
const year = { required: true, description: 'The year that the report is about, from 2008.' } as const;

builder.queryFields((t) => ({
  annualReport: t.field({
    type: AnnualReport,
    nullable: true,
    args: {
      office: t.arg.id(office),
      year: t.arg.int(year),
      isLive: t.arg.boolean({
        description: 'For staff: as it stands now, even though there is a published one.',
      }),
    },
    description:
      'The annual report of an office: as it was published; for staff of the region as it stands now when it was not. Null when there is none that the caller may read.',
    resolve: (_root, asked, context) => shownReport(context, asked),
  }),
  annualReports: t.field({
    type: [AnnualReportStanding],
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      year: t.arg.int(year),
      on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }),
    },
    description:
      'One row for every health authority of a region that the hub knows, and every other office with a published report of the year: the report, or that it is owed, by 31 January (rule A1).',
    resolve: async (_root, { region, year: asked, on }, context) => {
      const owed = await owedReports(context, region, asked);
      return owed.map((one) => ({ ...one, on: on ?? civilDateOf(context.clock.now()) }));
    },
  }),
}));

builder.queryFields((t) => ({
  annualReportCases: t.field({
    type: DisclosureApplicationConnection,
    args: {
      office: t.arg.id(office),
      year: t.arg.int(year),
      line: t.arg({ type: AnnualReportLine, required: true, description: 'The line of the cell.' }),
      column: t.arg({ type: AnnualReportColumn, required: true, description: 'The column of the cell.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'The applications that a cell of the report counts as it stands now, the first received first: as many as its number says. Only for staff of the region or of one above it: others get the fault UNAUTHENTICATED or FORBIDDEN.',
    resolve: async (_root, { line, column, first, after, ...asked }, context, info) => {
      await requireStaffOfOffice(context, asked);
      const query = queryFromInfo({ context, info, typeName: 'DisclosureApplication', path: ['edges', 'node'] });
      return casesOfCell(context, { ...asked, cell: cellOf(line, column) }, { first, after }, query);
    },
  }),
  annualReportDocuments: t.field({
    type: DocumentConnection,
    args: {
      office: t.arg.id(office),
      year: t.arg.int(year),
      measure: t.arg({ type: NormativeMeasure, required: true, description: 'Which number.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'The normative documents that a number of part 2 counts as it stands now. Only for staff of the region or of one above it: others get the fault UNAUTHENTICATED or FORBIDDEN.',
    resolve: async (_root, { measure, first, after, ...asked }, context, info) => {
      await requireStaffOfOffice(context, asked);
      const query = queryFromInfo({ context, info, typeName: 'Document', path: ['edges', 'node'] });
      return normativeOfMeasure(context, { ...asked, measure }, { first, after }, query);
    },
  }),
}));
