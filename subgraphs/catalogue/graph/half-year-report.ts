import { civilDateOf, type CivilDate } from '../../../core/civil-date.ts';
import { builder } from '../builder.ts';
import { reportDueOn, reportStanding, type HalfYear } from '../rules/half-year.ts';
import { halfYearReportsOf, type OwedReport } from '../store/half-year-reports.ts';
import { regionOf } from '../store/regions.ts';
import { Region } from './region.ts';
import { Half } from './supervision-enums.ts';

/** A report that is owed, as it stands on a day. */
export interface ReportOn extends OwedReport {
  readonly on: CivilDate;
}

function standingOf({ halfYear, report, on }: ReportOn) {
  return reportStanding(reportDueOn(halfYear), report === null ? null : civilDateOf(report.firstSubmittedAt), on);
}

export const HalfYearReportType = builder.objectRef<ReportOn>('HalfYearReport').implement({
  description:
    'The report of a county on how far its openness came in half a year (半年报), handed in or still owed (rule C14). For staff.',
  fields: (t) => ({
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The county that owes it.',
      resolve: ({ regionCode }, _args, context) => regionOf(context).load(regionCode),
    }),
    year: t.int({ description: 'The year that it is about.', resolve: ({ halfYear }) => halfYear.year }),
    half: t.field({ type: Half, description: 'Which half of it.', resolve: ({ halfYear }) => halfYear.half }),
    dueOn: t.field({
      type: 'Date',
      description: 'The last day on which it is in time: 10 July, or 10 January of the next year.',
      resolve: ({ halfYear }) => reportDueOn(halfYear),
    }),
    submittedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was first handed in, which decides whether it was in time; null when it was not.',
      resolve: ({ report }) => report?.firstSubmittedAt ?? null,
    }),
    revisedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was handed in again for the last time; null when it never was.',
      resolve: ({ report }) => (report === null || report.revision === 1 ? null : report.submittedAt),
    }),
    revision: t.int({
      description: 'How often it was handed in; 0 when it was not.',
      resolve: ({ report }) => report?.revision ?? 0,
    }),
  }),
});

builder.objectFields(HalfYearReportType, (t) => ({
  body: t.string({
    nullable: true,
    description: 'What it says, by its last revision; null when it was not handed in.',
    resolve: ({ report }) => report?.body ?? null,
  }),
  isLate: t.boolean({
    description: 'Whether it was handed in, but after its due day.',
    resolve: (owed) => standingOf(owed).isLate,
  }),
  isOverdue: t.boolean({
    description: 'Whether its due day is past and it was not handed in by the day asked about.',
    resolve: (owed) => standingOf(owed).isOverdue,
  }),
}));

builder.queryField('halfYearReports', (t) =>
  t.field({
    type: [HalfYearReportType],
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      year: t.arg.int({ required: true, description: 'The year that the reports are about, from 2020.' }),
      half: t.arg({ type: Half, required: true, description: 'Which half of it; the first one owed is 2020 H2.' }),
      on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }),
    },
    description:
      'One row for every county of a region whose health authority the hub knows, by code: its report, or that it is owed. Only for EDITOR, REVIEWER, PUBLISHER and OPERATOR of the region or of one above it: others get the fault UNAUTHENTICATED or FORBIDDEN.',
    resolve: async (_root, { region, year, half, on }, context) => {
      const halfYear: HalfYear = { year, half };
      const owed = await halfYearReportsOf(context, region, halfYear);
      return owed.map((report) => ({ ...report, on: on ?? civilDateOf(context.clock.now()) }));
    },
  }),
);
