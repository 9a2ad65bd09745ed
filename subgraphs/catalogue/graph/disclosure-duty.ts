import { civilDateOf, fromUtcMidnight } from '../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { dutyDeadline } from '../store/deadlines.ts';
import { disclosuresById } from '../store/disclosures.ts';
import { dutiesOfItem } from '../store/duties.ts';
import { CatalogueItem } from './catalogue-item.ts';
import { Deadline } from './deadline.ts';
import { Disclosure } from './disclosure.ts';
import { TimeLimitScope } from './item-enums.ts';

export const DisclosureDuty = builder.prismaObject('DisclosureDuty', {
  description:
    'Something that came about or changed under an item, and so must be disclosed within its time limit (rules C7, C8).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'What came about, in Chinese.' }),
    appliesTo: t.expose('appliesTo', {
      type: TimeLimitScope,
      description: 'What it is, which decides the time limit and how it is met.',
    }),
    arisenOn: t.expose('arisenOn', { type: 'Date', description: 'The day on which it came about; not counted.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'The last day on which disclosing it is on time.' }),
    deadline: t.field({
      type: Deadline,
      description: 'How `dueOn` was counted, with every day on the way.',
      resolve: (duty) => dutyDeadline(duty),
    }),
    isOverdue: t.boolean({
      description: 'True when it is not disclosed and its last day is past.',
      resolve: ({ dischargedAt, dueOn }, _args, { clock }) =>
        dischargedAt === null && fromUtcMidnight(dueOn) < civilDateOf(clock.now()),
    }),
    dischargedAt: t.expose('dischargedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was met; null while it is not.',
    }),
    dischargedBy: t.field({
      type: Disclosure,
      nullable: true,
      description: 'The disclosure by which it was met.',
      resolve: ({ dischargedById }, _args, context) =>
        dischargedById === null ? null : disclosuresById(context).load(dischargedById),
    }),
    item: t.relation('item', { description: 'The item under which it was recorded.' }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

const DisclosureDutyConnection = connectionOf(builder, 'DisclosureDuty', DisclosureDuty);

builder.prismaObjectFields(CatalogueItem, (t) => ({
  duties: t.field({
    type: DisclosureDutyConnection,
    args: {
      isOpen: t.arg.boolean({ description: 'Only what is not met yet (true) or only what is met (false).' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'What came about under it, in any edition, the latest first.',
    resolve: ({ id }, { isOpen, ...page }, context) => dutiesOfItem(context, id, isOpen ?? null, page),
  }),
}));
