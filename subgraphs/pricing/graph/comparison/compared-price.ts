import { builder } from '../../builder.ts';
import type { RankedItemPrice } from '../../commands/comparison/compare-prices.ts';
import { listsOf } from '../../store/price-lists.ts';
import { PriceKind, PricingMode } from '../enums.ts';
import { Institution, PriceList } from '../price-list.ts';

export const ComparedPrice = builder.objectRef<RankedItemPrice>('ComparedPrice').implement({
  description: "One institution's price beside the others.",
  fields: (t) => ({
    kind: t.field({ type: PriceKind, description: 'What it is a price of.', resolve: ({ price }) => price.kind }),
    name: t.string({ description: 'The item, as the institution names it.', resolve: ({ price }) => price.name }),
    specification: t.string({
      nullable: true,
      description: 'The specification (规格).',
      resolve: ({ price }) => price.specification,
    }),
    manufacturer: t.string({
      nullable: true,
      description: 'Who makes it (生产企业), of drugs and consumables.',
      resolve: ({ price }) => price.manufacturer,
    }),
    condition: t.string({
      nullable: true,
      description: 'On what condition (交易条件) it holds; null for everyone (rule H7).',
      resolve: ({ price }) => price.condition,
    }),
  }),
});

builder.objectFields(ComparedPrice, (t) => ({
  amount: t.field({
    type: 'Yuan',
    nullable: true,
    description: 'In yuan; the lower end of a range; null for words.',
    resolve: ({ price }) => price.yuan,
  }),
  amountUpTo: t.field({
    type: 'Yuan',
    nullable: true,
    description: 'The upper end of a range, in yuan.',
    resolve: ({ price }) => price.yuanUpTo,
  }),
  amountText: t.string({
    nullable: true,
    description: 'The cell as it stood, when it is more than one number.',
    resolve: ({ price }) => price.amountText,
  }),
  currency: t.string({
    description: 'ISO 4217; CNY, but for lists in the standard form of another country, whose amounts are in theirs.',
    resolve: ({ price }) => price.currency,
  }),
  unit: t.string({ description: 'What the price is for one of.', resolve: ({ price }) => price.unit }),
  tier: t.string({ nullable: true, description: 'The tier.', resolve: ({ price }) => price.tier }),
  mode: t.field({
    type: PricingMode,
    nullable: true,
    description: 'How it comes about; null when the list does not say.',
    resolve: ({ price }) => price.mode,
  }),
}));

builder.objectFields(ComparedPrice, (t) => ({
  deviationFromMedian: t.exposeFloat('deviationFromMedian', {
    nullable: true,
    description:
      'How far from the median, as a fraction of it (0.1: 10 % above); null for prices that can not be compared.',
  }),
  deviationFromGroupMedian: t.exposeFloat('deviationFromGroupMedian', {
    nullable: true,
    description:
      'The same from the median of its own comparable group, whichever that is; null for a range or words, and where the median is 0.',
  }),
  exceedsCeiling: t.exposeBoolean('exceedsCeiling', {
    nullable: true,
    description: "Whether it is above the government's highest price (rule H8); null when that is not known.",
  }),
  ceiling: t.field({
    type: 'Yuan',
    nullable: true,
    description: "The government's highest price (最高限价) as the list tells it, in yuan.",
    resolve: ({ price }) => price.ceiling,
  }),
}));

builder.objectFields(ComparedPrice, (t) => ({
  effectiveOn: t.field({
    type: 'Date',
    description: 'The first day on which it holds: how old the figure is.',
    resolve: ({ price }) => price.effectiveOn,
  }),
  ageDays: t.exposeInt('ageDays', {
    description: 'For how many calendar days it has held on the day asked about.',
  }),
  listAgeDays: t.exposeInt('listAgeDays', {
    description:
      'How many calendar days before that day the list was published that brought it in; negative when after.',
  }),
  confirmedDaysAgo: t.exposeInt('confirmedDaysAgo', {
    description:
      "How many calendar days before that day the institution's last list of the kind was published that holds it, changed or not; negative when after.",
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
