import { civilDateOf } from '../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { itemStatusOf } from '../store/coverage.ts';
import { disclosuresOfItem } from '../store/disclosures.ts';
import { firstDueOf } from '../store/deadlines.ts';
import { itemById } from '../store/items.ts';
import { Channel } from './catalogue-inputs.ts';
import { Deadline } from './deadline.ts';
import { Disclosure } from './disclosure.ts';
import {
  Audience,
  DisclosureMethod,
  ItemLevel,
  ItemStatus,
  OpennessStage,
  TimeLimitScope,
  TimeUnit,
} from './item-enums.ts';

export const DisclosureConnection = connectionOf(builder, 'Disclosure', Disclosure);

builder.prismaObject('LegalBasis', {
  description: 'What an item rests on (公开依据).',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'The law, regulation or notice.' }),
    article: t.exposeString('article', { nullable: true, description: 'Its article; null for the whole of it.' }),
  }),
});

builder.prismaObject('TimeLimit', {
  description: 'Within what time something is disclosed after it came about or changed (公开时限).',
  fields: (t) => ({
    appliesTo: t.expose('appliesTo', { type: TimeLimitScope, description: 'To which part of the item it applies.' }),
    days: t.exposeInt('days', { description: 'How many days; the day on which it starts is not counted.' }),
    unit: t.expose('unit', { type: TimeUnit, description: 'Which days are counted.' }),
  }),
});

export const CatalogueItem = builder.prismaObject('CatalogueItem', {
  description: 'A matter that must be disclosed (二级事项), with the columns of the official layout (rule C5).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    code: t.exposeString('code', { description: 'The number within the catalogue, such as "0101".' }),
    category: t.relation('category', { description: 'The first-level heading.' }),
    title: t.exposeString('title', { description: 'The matter, in Chinese.' }),
    contentElements: t.exposeStringList('contentElements', { description: 'What is disclosed of it (公开内容要素).' }),
    bases: t.relation('bases', { query: { orderBy: { ordinal: 'asc' } }, description: 'What it rests on.' }),
    timeLimits: t.relation('timeLimits', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'The time limits; several may stand side by side (rule C7).',
    }),
    publisher: t.exposeString('publisher', {
      description: 'Who discloses it (公开主体), in the words of the catalogue.',
    }),
    channels: t.expose('channels', { type: [Channel], description: 'The channels ticked for it.' }),
    audience: t.expose('audience', { type: Audience, description: 'To whom it is disclosed (公开对象).' }),
    method: t.expose('method', { type: DisclosureMethod, description: 'On whose initiative (公开方式).' }),
    levels: t.expose('levels', { type: [ItemLevel], description: 'At which levels (公开层级).' }),
    basedOn: t.relation('basedOn', {
      nullable: true,
      description: "The item of the superior's catalogue that this one keeps.",
    }),
  }),
});

builder.prismaObjectFields(CatalogueItem, (t) => ({
  stage: t.expose('stage', {
    type: OpennessStage,
    nullable: true,
    description: 'The stage of administration that it makes public (五公开); null when the catalogue does not say.',
  }),
  isMandatory: t.exposeBoolean('isMandatory', {
    description: 'Whether the catalogues derived from this one must keep it (rule C1).',
  }),
  movedTo: t.exposeString('movedTo', {
    nullable: true,
    description:
      'The body to which the matter was moved, such as 行政审批局; it then stands for reference and is not counted. Null for all others.',
  }),
  isInForce: t.exposeBoolean('isInForce', {
    description: 'False for an abolished matter that stands for reference only.',
  }),
  provenance: t.exposeString('provenance', {
    nullable: true,
    description: "Where the item's columns come from, in words.",
  }),
  firstDueOn: t.expose('firstDueOn', {
    type: 'Date',
    nullable: true,
    description: 'The last day on which a first disclosure is on time; null while the catalogue has not taken effect.',
  }),
}));

builder.prismaObjectFields(CatalogueItem, (t) => ({
  firstDue: t.field({
    type: Deadline,
    nullable: true,
    description:
      'How `firstDueOn` was counted, with every day on the way; null while the catalogue has not taken effect.',
    resolve: (item) => firstDueOf(item),
  }),
  status: t.field({
    type: ItemStatus,
    args: { on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }) },
    description: 'Where it stands on a day, past or present.',
    resolve: (item, { on }, context) => itemStatusOf(context, item.id, on ?? civilDateOf(context.clock.now())),
  }),
  disclosures: t.field({
    type: DisclosureConnection,
    args: { first: t.arg.int(pageArgs.first), after: t.arg.string(pageArgs.after) },
    description: 'What stands under it now, newest first.',
    resolve: (item, page, context) => disclosuresOfItem(context, item.id, page),
  }),
}));

builder.asEntity(CatalogueItem, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => itemById(id, context, info),
});
