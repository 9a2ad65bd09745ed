import { queryFromInfo } from '@pothos/plugin-prisma';
import { civilDateOf } from '../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { itemStatusOf } from '../store/coverage.ts';
import { failureNoticeById, failureNoticesOf, standingOfNotice } from '../store/failure-notices.ts';
import { ItemStatus } from './item-enums.ts';
import { FailureStatus } from './supervision-enums.ts';

const on = { type: 'Date', description: 'The day asked about; today when left out.' } as const;

builder.prismaObject('FailureNoticeItem', {
  description: 'An item that a notice names.',
  fields: (t) => ({
    item: t.relation('item', { description: 'The item of the catalogue that was in force on the day of the notice.' }),
    status: t.expose('status', { type: FailureStatus, description: 'How it failed on the day of the notice.' }),
    statusNow: t.field({
      type: ItemStatus,
      args: { on: t.arg(on) },
      description: 'Where it stands on a day; DISCLOSED once it was put right.',
      resolve: ({ itemId }, { on: day }, context) =>
        itemStatusOf(context, itemId, day ?? civilDateOf(context.clock.now())),
    }),
  }),
});

export const FailureNotice = builder.prismaObject('FailureNotice', {
  description: 'A public notice of a superior that a region has not disclosed what it must (通报, rule C19).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    region: t.relation('region', { description: 'The region that failed.' }),
    superior: t.relation('superior', { description: 'The region above it whose authority gave the notice.' }),
    issuer: t.relation('issuer', {
      nullable: true,
      description: 'The health authority of that region; null when the hub knows none.',
    }),
    body: t.exposeString('body', { description: 'What the notice says.' }),
    rectifyBy: t.expose('rectifyBy', { type: 'Date', description: 'The last day on which it is put right in time.' }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', description: 'When it was given; public from then on.' }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn; null while it stands. A withdrawn notice is on no list.',
    }),
    withdrawalNote: t.exposeString('withdrawalNote', { nullable: true, description: 'Why it was withdrawn.' }),
    items: t.relation('items', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'What was not disclosed, in the order of the notice.',
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.prismaObjectFields(FailureNotice, (t) => ({
  isRectified: t.boolean({
    args: { on: t.arg(on) },
    description: 'Whether everything that it names is disclosed on a day.',
    resolve: async (notice, { on: day }, context) =>
      (await standingOfNotice(context, notice, day ?? civilDateOf(context.clock.now()))).isRectified,
  }),
  isOverdue: t.boolean({
    args: { on: t.arg(on) },
    description: 'Whether it is not put right on a day though the last day for that is past.',
    resolve: async (notice, { on: day }, context) =>
      (await standingOfNotice(context, notice, day ?? civilDateOf(context.clock.now()))).isOverdue,
  }),
}));

builder.asEntity(FailureNotice, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => failureNoticeById(id, context, info),
});

const FailureNoticeConnection = connectionOf(builder, 'FailureNotice', FailureNotice);

builder.queryFields((t) => ({
  failureNotice: t.field({
    type: FailureNotice,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of a notice.' }) },
    description: 'One notice of failure to disclose; null when there is none of that id, and once it is withdrawn.',
    resolve: (_root, { id }, context, info) => failureNoticeById(id, context, info),
  }),
  failureNotices: t.field({
    type: FailureNoticeConnection,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'The notices of failure to disclose that stand about a region and those below it, the newest first.',
    resolve: (_root, { region, ...page }, context, info) =>
      failureNoticesOf(
        context,
        region,
        page,
        queryFromInfo({ context, info, typeName: 'FailureNotice', path: ['edges', 'node'] }),
      ),
  }),
}));
