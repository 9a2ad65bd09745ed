import { civilDateOf } from '../../../../core/civil-date.ts';
import { yuanOf } from '../../../../core/yuan.ts';
import { builder } from '../../builder.ts';
import { comparePrices, type ItemComparison } from '../../commands/comparison/compare-prices.ts';
import type { Spread } from '../../rules/comparison/spread.ts';
import { PriceKind } from '../enums.ts';
import { ComparableGroup, FIGURES } from './comparable-group.ts';
import { ComparedPrice } from './compared-price.ts';

/** One figure of the main group; null when nothing can be compared. */
function figure({ groups }: ItemComparison, name: keyof Spread) {
  const main = groups[0];
  return main === undefined ? null : yuanOf(main.spread[name]);
}

export const PriceComparison = builder.objectRef<ItemComparison>('PriceComparison').implement({
  description:
    'What the institutions of a region charge for the same item. Compared is the largest group of the same kind, unit, tier, condition, currency and, of drugs and consumables, specification; the other groups have figures of their own, and what can not be compared is listed.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code that was asked for; empty when a name was.' }),
    name: t.exposeString('name', { description: 'The item, as the compared group names it.' }),
    kind: t.field({
      type: PriceKind,
      description: 'The kind of the compared group.',
      resolve: ({ comparability }) => comparability.kind,
    }),
    unit: t.string({ description: 'The unit of the compared group.', resolve: (c) => c.comparability.unit }),
    tier: t.string({
      nullable: true,
      description: 'The tier of the compared group; null when it has none.',
      resolve: (c) => c.comparability.tier,
    }),
    condition: t.string({
      nullable: true,
      description: 'The condition (交易条件) of the compared group; null when it has none.',
      resolve: (c) => c.comparability.condition,
    }),
    specification: t.string({
      nullable: true,
      description: 'The specification (规格) of the compared group; null for services, which are not told apart by it.',
      resolve: (c) => c.comparability.specification,
    }),
    currency: t.string({
      description: 'The currency of the compared group, ISO 4217; its figures are in it.',
      resolve: (c) => c.comparability.currency,
    }),
  }),
});

builder.objectFields(PriceComparison, (t) => ({
  institutions: t.int({
    description: 'How many institutions the compared group has.',
    resolve: ({ groups }) => groups[0]?.institutions ?? 0,
  }),
  count: t.int({
    description: 'How many prices the compared group has; an institution may have several.',
    resolve: ({ groups }) => groups[0]?.count ?? 0,
  }),
  minimum: t.field({
    type: 'Yuan',
    nullable: true,
    description: FIGURES.minimum,
    resolve: (c) => figure(c, 'minimum'),
  }),
  tenthPercentile: t.field({
    type: 'Yuan',
    nullable: true,
    description: FIGURES.tenthPercentile,
    resolve: (c) => figure(c, 'tenthPercentile'),
  }),
  median: t.field({ type: 'Yuan', nullable: true, description: FIGURES.median, resolve: (c) => figure(c, 'median') }),
  ninetiethPercentile: t.field({
    type: 'Yuan',
    nullable: true,
    description: FIGURES.ninetiethPercentile,
    resolve: (c) => figure(c, 'ninetiethPercentile'),
  }),
  maximum: t.field({
    type: 'Yuan',
    nullable: true,
    description: FIGURES.maximum,
    resolve: (c) => figure(c, 'maximum'),
  }),
}));

builder.objectFields(PriceComparison, (t) => ({
  ceilingBreaches: t.exposeInt('ceilingBreaches', {
    description:
      "How many of all prices, compared or not, are above the government's highest price that their list tells (rule H8).",
  }),
  groups: t.field({
    type: [ComparableGroup],
    description: 'Every group of prices that can be compared with each other, the largest first.',
    resolve: ({ groups }) => [...groups],
  }),
  prices: t.field({
    type: [ComparedPrice],
    description: 'Every price of the item, the compared group included.',
    resolve: ({ prices }) => [...prices],
  }),
}));

builder.queryField('priceComparison', (t) =>
  t.field({
    type: PriceComparison,
    nullable: true,
    args: {
      code: t.arg.string({ description: "The item's code, as text. One of code and name." }),
      name: t.arg.string({
        description: "The item's whole name, of one to which lists give no code. One of code and name.",
      }),
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }),
    },
    description: 'The same item in every hospital of a region; null when nobody there has a price for it.',
    resolve: (_root, { code, name, region, on }, context) =>
      comparePrices({ code, name }, { region, on: on ?? civilDateOf(context.clock.now()) }, context),
  }),
);
