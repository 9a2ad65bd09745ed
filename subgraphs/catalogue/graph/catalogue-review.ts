import { civilDateOf } from '../../../core/civil-date.ts';
import { isStaffOf } from '../../kit/staff.ts';
import { builder } from '../builder.ts';
import type { LACK_KINDS } from '../rules/catalogue-lack.ts';
import type { Weakening } from '../rules/item-weakening.ts';
import { lacksOf, type Lack } from '../store/catalogue-lacks.ts';
import { stepsOf, type WholeStep } from '../store/catalogue-steps.ts';
import { CatalogueItem } from './catalogue-item.ts';
import { CatalogueStatus } from './catalogue-status.ts';
import { Catalogue } from './catalogue.ts';

const ReviewOpinion = builder.objectRef<WholeStep['opinions'][number]>('ReviewOpinion').implement({
  description: 'What the superior finds wrong with one item of an edition (修改意见).',
  fields: (t) => ({
    itemCode: t.exposeString('itemCode', { description: 'The number of the item in the edition as it was filed.' }),
    itemTitle: t.exposeString('itemTitle', { description: 'The title of the item as it was filed.' }),
    opinion: t.exposeString('opinion', { description: 'What is to be changed, in the words of the reviewer.' }),
  }),
});

const CatalogueStep = builder.objectRef<WholeStep>('CatalogueStep').implement({
  description: 'One step of an edition on its way from draft to approval.',
  fields: (t) => ({
    status: t.field({ type: CatalogueStatus, description: 'What it became.', resolve: ({ status }) => status }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => at }),
    by: t.exposeString('by', { description: 'By which account; never a name.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What the reviewer said of the whole; null for nothing.',
    }),
    refileBy: t.field({
      type: 'Date',
      nullable: true,
      description: 'Of a return: the last day to file again; null when none was set.',
      resolve: ({ dueOn }) => dueOn,
    }),
    opinions: t.field({
      type: [ReviewOpinion],
      description: 'Of a return: what is wrong, item by item.',
      resolve: ({ opinions }) => [...opinions],
    }),
  }),
});

const LackKind = builder.enumType('CatalogueLackKind', {
  description: "How an edition falls short of an item of the superior's.",
  values: {
    MISSING: { description: 'It has no such item, though it must (rules C1, C2); it can not be filed so.' },
    WEAKER: { description: 'Its item asks for less: narrower, later or at fewer levels; it can not be filed so.' },
    INCOMPLETE: {
      description:
        "Its item lacks an element, legal basis or channel of the superior's, bears another title, or is marked as moved to another body; the reviewer weighs it.",
    },
  } satisfies Record<(typeof LACK_KINDS)[number], { description: string }>,
});

const ColumnDifference = builder.objectRef<Weakening>('ColumnDifference').implement({
  description: 'One column in which two items differ.',
  fields: (t) => ({
    column: t.exposeString('column', { description: 'The field of CatalogueItem.' }),
    expected: t.exposeString('expected', { description: "What the superior's item has and this one lacks." }),
    got: t.exposeString('got', { description: 'What stands in this one.' }),
  }),
});

const CatalogueLack = builder.objectRef<Lack>('CatalogueLack').implement({
  description: "What an edition lacks of one item of the superior's edition in force.",
  fields: (t) => ({
    kind: t.field({ type: LackKind, description: 'How it falls short.', resolve: ({ kind }) => kind }),
    expected: t.field({ type: CatalogueItem, description: "The superior's item.", resolve: ({ base }) => base }),
    item: t.field({
      type: CatalogueItem,
      nullable: true,
      description: 'The item of this edition that keeps it; null when it is missing.',
      resolve: ({ item }) => item,
    }),
    columns: t.field({
      type: [ColumnDifference],
      description: 'Column by column; empty when the item is missing.',
      resolve: ({ columns }) => [...columns],
    }),
  }),
});

builder.prismaObjectFields(Catalogue, (t) => ({
  steps: t.field({
    type: [CatalogueStep],
    nullable: true,
    description:
      'Every step from draft to approval, with who and when; only for staff of the region or of one above it, null for everyone else.',
    resolve: ({ id, regionCode }, _args, context) =>
      isStaffOf(context.scope.viewer, regionCode) ? stepsOf(context, id) : null,
  }),
  lacks: t.field({
    type: [CatalogueLack],
    args: {
      on: t.arg({ type: 'Date', description: "The day whose superior's edition is meant; today when left out." }),
    },
    description:
      'What it lacks of the edition that is in force in the nearest region above that has one, in the order of its items; empty when nothing is above it.',
    resolve: ({ id }, { on }, context) => lacksOf(context, id, on ?? civilDateOf(context.clock.now())),
  }),
}));
