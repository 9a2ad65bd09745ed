import { civilDateOf } from '../../../core/civil-date.ts';
import { yuanOf } from '../../../core/yuan.ts';
import { builder } from '../builder.ts';
import { comparePrices, type Comparison, type RankedPrice } from '../commands/compare-prices.ts';
import { PricingMode } from './enums.ts';
import { listsOf } from '../store/price-lists.ts';
import { Institution, PriceList } from './price.ts';

const ComparedPrice = builder.objectRef<RankedPrice>('ComparedPrice').implement({
  description: "One institution's price beside the others.",
  fields: (t) => ({
    amount: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'In yuan; the lower end of a range; null for words.',
      resolve: ({ price }) => price.amount,
    }),
    amountUpTo: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'The upper end of a range, in yuan.',
      resolve: ({ price }) => price.amountUpTo,
    }),
    amountText: t.string({
      nullable: true,
      description: 'The cell as it stood, when it is more than one number.',
      resolve: ({ price }) => price.amountText,
    }),
    unit: t.string({ description: 'What the price is for one of.', resolve: ({ price }) => price.unit }),
    tier: t.string({ nullable: true, description: 'The tier.', resolve: ({ price }) => price.tier }),
    mode: t.field({
      type: PricingMode,
      nullable: true,
      description: 'How it comes about; null when the list does not say.',
      resolve: ({ price }) => price.mode,
    }),
    effectiveOn: t.field({
      type: 'Date',
      description: 'The first day on which it holds: how old the figure is.',
      resolve: ({ price }) => price.effectiveOn,
    }),
  }),
});

builder.objectFields(ComparedPrice, (t) => ({
  deviationFromMedian: t.exposeFloat('deviationFromMedian', {
    nullable: true,
    description:
      'How far from the median, as a fraction of it (0.1: 10 % above); null for prices that can not be compared.',
  }),
  exceedsCeiling: t.exposeBoolean('exceedsCeiling', {
    nullable: true,
    description: "Whether it is above the government's highest price; null when that is not known.",
  }),
  institution: t.field({
    type: Institution,
    nullable: true,
    description: 'Whose price it is.',
    resolve: ({ price }) => ({ id: price.institutionId }),
  }),
  priceList: t.field({
    type: PriceList,
    nullable: true,
    description: 'The list that brought it in.',
    resolve: ({ price }, _args, context) => listsOf(context).load(price.listId),
  }),
}));

const PriceComparison = builder.objectRef<Comparison>('PriceComparison').implement({
  description:
    'What the institutions of a region charge for the same item. The largest group of the same unit and tier is compared; the rest is listed.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code that was asked for.' }),
    name: t.exposeString('name', { description: 'The item, as the compared group names it.' }),
    unit: t.exposeString('unit', { description: 'The unit of the compared group.' }),
    tier: t.exposeString('tier', {
      nullable: true,
      description: 'The tier of the compared group; null when it has none.',
    }),
    institutions: t.exposeInt('institutions', { description: 'How many institutions the compared group has.' }),
    minimum: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'The lowest of the group, in yuan.',
      resolve: ({ spread }) => spread && yuanOf(spread.minimum),
    }),
    median: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'The middle of the group, in yuan; of an even number the mean of the middle two, to 4 places.',
      resolve: ({ spread }) => spread && yuanOf(spread.median),
    }),
    maximum: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'The highest of the group, in yuan.',
      resolve: ({ spread }) => spread && yuanOf(spread.maximum),
    }),
    prices: t.field({
      type: [ComparedPrice],
      description: 'Every price of the code, the compared group included.',
      resolve: ({ prices }) => [...prices],
    }),
  }),
});

builder.queryField('priceComparison', (t) =>
  t.field({
    type: PriceComparison,
    nullable: true,
    args: {
      code: t.arg.string({ required: true, description: "The item's code, as text." }),
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }),
    },
    description: 'The same item in every hospital of a region; null when nobody there has a price for it.',
    resolve: (_root, { code, region, on }, context) =>
      comparePrices({ code, region, on: on ?? civilDateOf(context.clock.now()) }, context),
  }),
);
