import { requireStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { answeredOnTimeRate, satisfiedRate, type InquiryTally } from '../../rules/performance/inquiry-performance.ts';
import type { SentimentContext } from '../../store/database.ts';
import {
  countedInquiries,
  inquiryRows,
  wholeInquiryTally,
  type CountedInquiries,
  type InquiryDimension,
  type InquiryKind as KindName,
  type InquiryRoute as RouteName,
} from '../../store/performance/inquiry-performance.ts';
import { InquiryKind, InquiryRoute } from '../inquiry/enums.ts';
import { Institution, Region } from '../references.ts';

interface Row {
  readonly counted: CountedInquiries;
  readonly value: string | null;
  readonly tally: () => Promise<InquiryTally>;
}

async function rowsBy(
  context: SentimentContext,
  counted: CountedInquiries,
  dimension: InquiryDimension,
): Promise<Row[]> {
  const rows = await inquiryRows(context, counted, dimension);
  return rows.map((row) => ({ counted, value: row.value, tally: () => Promise.resolve(row) }));
}

const rowRef = (name: string) => builder.objectRef<Row>(name);
const Whole = rowRef('InquiryPerformance');
const OfRoute = rowRef('RouteInquiryPerformance');
const OfKind = rowRef('KindInquiryPerformance');
const OfOffice = rowRef('OfficeInquiryPerformance');
const OfRegion = rowRef('RegionInquiryPerformance');

/** What is counted in whole numbers, and what it means. */
const COUNTS = {
  received: 'How many were received in the period.',
  answeredOnTime: 'First answered by the due instant, that instant included, or where no deadline bound.',
  answeredLate: 'First answered after it.',
  open: 'Neither answered nor closed.',
  overdue: 'Those of the open ones that are past their due instant now.',
  closedUnanswered: 'Closed without an answer of their own, as what is repeated or not accepted is.',
  rated: 'Of how many whoever asked said whether they are satisfied.',
  satisfied: 'How many of those are satisfied.',
  reworked: 'Returned at least once to be done again (退回重办).',
  repeated: 'Those that repeat an earlier one.',
} as const satisfies Partial<Record<keyof InquiryTally, string>>;

for (const row of [Whole, OfRoute, OfKind, OfOffice, OfRegion]) {
  for (const [name, description] of Object.entries(COUNTS) as [keyof typeof COUNTS, string][]) {
    builder.objectField(row, name, (t) => t.int({ description, resolve: async ({ tally }) => (await tally())[name] }));
  }
  builder.objectFields(row, (t) => ({
    onTimeRate: t.float({
      nullable: true,
      description:
        'Answered on time, of all that were answered or are overdue, between 0 and 1; null when there are none.',
      resolve: async ({ tally }) => answeredOnTimeRate(await tally()),
    }),
    satisfiedRate: t.float({
      nullable: true,
      description: 'Satisfied, of those who said so (满意率), between 0 and 1; null when nobody said.',
      resolve: async ({ tally }) => satisfiedRate(await tally()),
    }),
    medianHoursToAnswer: t.float({
      nullable: true,
      description: 'Hours by the clock from receipt to the first answer, the median; null when none was answered.',
      resolve: async ({ tally }) => (await tally()).medianHoursToAnswer,
    }),
  }));
}

OfRoute.implement({
  description: 'How the inquiries of one route were dealt with.',
  fields: (t) => ({
    route: t.field({ type: InquiryRoute, description: 'The route.', resolve: ({ value }) => value as RouteName }),
  }),
});

OfKind.implement({
  description: 'How the inquiries of one kind were dealt with.',
  fields: (t) => ({
    kind: t.field({ type: InquiryKind, description: 'The kind.', resolve: ({ value }) => value as KindName }),
  }),
});

OfOffice.implement({
  description: 'How the inquiries of one office were dealt with.',
  fields: (t) => ({
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The office; null for inquiries that none has in hand.',
      resolve: ({ value }) => (value === null ? null : { id: value }),
    }),
  }),
});

OfRegion.implement({
  description: 'How the inquiries of one region were dealt with.',
  fields: (t) => ({
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region; a row of the region that was asked for counts what is its own alone.',
      resolve: ({ value }) => (value === null ? null : { code: value }),
    }),
  }),
});

Whole.implement({
  description: 'How the inquiries of a region and a period were dealt with.',
  fields: (t) => ({
    byRoute: t.field({
      type: [OfRoute],
      description: 'The same by route; routes without inquiries are left out.',
      resolve: ({ counted }, _args, context) => rowsBy(context, counted, 'ROUTE'),
    }),
    byKind: t.field({
      type: [OfKind],
      description: 'The same by kind; kinds without inquiries are left out.',
      resolve: ({ counted }, _args, context) => rowsBy(context, counted, 'KIND'),
    }),
    byOffice: t.field({
      type: [OfOffice],
      description: 'The same by the office that has them in hand; what has none comes last.',
      resolve: ({ counted }, _args, context) => rowsBy(context, counted, 'OFFICE'),
    }),
    byRegion: t.field({
      type: [OfRegion],
      description: 'The same by the regions one level below; together they are the whole.',
      resolve: ({ counted }, _args, context) => rowsBy(context, counted, 'REGION'),
    }),
  }),
});

builder.queryField('inquiryPerformance', (t) =>
  t.field({
    type: Whole,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day of receipt.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day of receipt; not before the first.' }),
      route: t.arg({ type: InquiryRoute, description: 'Only inquiries that came by it.' }),
      kind: t.arg({ type: InquiryKind, description: 'Only inquiries of this kind.' }),
      office: t.arg.id({ description: 'Only inquiries that this institution has in hand.' }),
    },
    description:
      'How well a region dealt with inquiries received from one day to another, both included. Only for staff of the region; the public reads `monthlyFigures`.',
    resolve: (_root, args, context) => {
      requireStaffOf(context.scope.viewer, args.region);
      const counted = countedInquiries(args);
      return { counted, value: null, tally: () => wholeInquiryTally(context, counted) };
    },
  }),
);
