import { answerOf, orRefused } from '../../../kit/answer.ts';
import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { requireStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { publishMonthlyFigures } from '../../commands/figures/publish-monthly-figures.ts';
import { periodOfMonth } from '../../rules/figures/month.ts';
import {
  MONTHLY_COUNTS,
  MONTHLY_RATES,
  type MonthlyCount,
  type MonthlyFigureValues,
  type MonthlyRate,
} from '../../rules/figures/monthly-figures.ts';
import {
  figuresId,
  figuresNow,
  monthlyFiguresById,
  monthlyFiguresOf,
  monthOfRow,
} from '../../store/figures/monthly-figures.ts';
import { Region } from '../references.ts';

const Values = builder.objectRef<MonthlyFigureValues>('MonthlyFigureValues').implement({
  description:
    'The figures of a month by their names. Events count in the month of their detection, inquiries in the month of their receipt; what became of them is as it stood when the figures were made.',
});
for (const [name, description] of Object.entries(MONTHLY_COUNTS) as [MonthlyCount, string][]) {
  builder.objectField(Values, name, (t) => t.int({ description, resolve: (values) => values[name] }));
}
for (const [name, description] of Object.entries(MONTHLY_RATES) as [MonthlyRate, string][]) {
  builder.objectField(Values, name, (t) =>
    t.string({
      nullable: true,
      description: `${description} Decimal text with four places; null where there is nothing to divide by.`,
      resolve: (values) => values[name],
    }),
  );
}

const MonthlyFigures = builder.prismaObject('MonthlyFigures', {
  description:
    'The figures of one month (每月公开受理数据) on how a region answers its public, as they were published.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The region and the month, `<region>/<YYYY-MM>`.' }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region; those below it are counted with it.',
      resolve: ({ regionCode }) => ({ code: regionCode }),
    }),
    month: t.string({ description: 'The month in Asia/Shanghai, `YYYY-MM`.', resolve: monthOfRow }),
    figures: t.field({
      type: Values,
      description: 'The figures.',
      resolve: ({ figures }) => figures as unknown as MonthlyFigureValues,
    }),
    revision: t.exposeInt('revision', { description: 'From 1; one more each time they were put right.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When this revision was published.' }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.asEntity(MonthlyFigures, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => monthlyFiguresById(id, context, info),
});

const MonthlyFiguresConnection = connectionOf(builder, 'MonthlyFigures', MonthlyFigures);
const PublishMonthlyFiguresResult = answerOf(builder, 'PublishMonthlyFiguresResult', 'MonthlyFigures', MonthlyFigures);
const regionArg = { required: true, description: 'A GB/T 2260 code; those below it are counted with it.' } as const;
const monthArg = { required: true, description: 'The month in Asia/Shanghai, `YYYY-MM`.' } as const;

builder.objectField(Region, 'monthlyFigures', (t) =>
  t.field({
    type: MonthlyFiguresConnection,
    nullable: true,
    args: { first: t.arg.int(pageArgs.first), after: t.arg.string(pageArgs.after) },
    description: 'The figures of its months that were published, the newest month first.',
    resolve: ({ code }, page, context) => monthlyFiguresOf(context, code, page),
  }),
);

builder.queryFields((t) => ({
  monthlyFigures: t.field({
    type: MonthlyFigures,
    nullable: true,
    args: { region: t.arg.id(regionArg), month: t.arg.string(monthArg) },
    description: 'The figures of a month as they were published; null when they were not.',
    resolve: (_root, { region, month }, context, info) => monthlyFiguresById(figuresId(region, month), context, info),
  }),
  monthlyFiguresPreview: t.field({
    type: Values,
    args: { region: t.arg.id(regionArg), month: t.arg.string(monthArg) },
    description:
      'The figures of a month as they stand now, published or not; also of a month that is not over. Only for staff of the region.',
    resolve: (_root, { region, month }, context) => {
      requireStaffOf(context.scope.viewer, region);
      return figuresNow(context, region, periodOfMonth(month));
    },
  }),
}));

builder.mutationField('publishMonthlyFigures', (t) =>
  t.field({
    type: PublishMonthlyFiguresResult,
    args: { region: t.arg.id(regionArg), month: t.arg.string(monthArg) },
    description:
      'Publishes the figures of a month that is over as they stand now; again, and they are put right in a new revision. Role: PUBLISHER of the region.',
    resolve: (_root, input, context) => orRefused(publishMonthlyFigures(input, context)),
  }),
);
