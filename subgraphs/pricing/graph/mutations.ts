import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { MOST_ROWS, publishPriceList } from '../commands/publish-price-list.ts';
import { PriceKind, PricingMode } from './enums.ts';
import { PriceList } from './price.ts';

const PriceInput = builder.inputType('PriceInput', {
  description: 'One line of a price list. A cell that holds more than one number is given in words (rule H13).',
  fields: (t) => ({
    code: t.string({ description: "The item's code as text, leading zeros kept." }),
    name: t.string({ required: true, description: 'The item.' }),
    specification: t.string({ description: 'The specification (规格).' }),
    unit: t.string({ required: true, description: 'What the price is for one of (计价单位).' }),
    tier: t.string({ description: 'The tier (等级).' }),
    amount: t.field({
      type: 'Yuan',
      description: 'In yuan; the lower end of a range; left out when there are words instead.',
    }),
    amountUpTo: t.field({ type: 'Yuan', description: 'The upper end of a range, in yuan.' }),
    amountText: t.string({ description: 'The cell as it stands, when it is more than one number.' }),
    mode: t.field({ type: PricingMode, required: true, description: 'How it comes about.' }),
    insuranceClass: t.string({ description: 'The insurance class (医保类别).' }),
    ceiling: t.field({ type: 'Yuan', description: "The government's highest price, in yuan." }),
    note: t.string({ description: 'What the list adds to it.' }),
  }),
});

const PublishPriceListInput = builder.inputType('PublishPriceListInput', {
  description: 'A whole price list: what it does not name is no longer offered.',
  fields: (t) => ({
    institution: t.id({ required: true, description: 'Whose prices they are.' }),
    kind: t.field({ type: PriceKind, required: true, description: 'What the list holds prices of.' }),
    title: t.string({ required: true, description: 'The title; at most 200 characters.' }),
    effectiveOn: t.field({
      type: 'Date',
      required: true,
      description: 'The first day on which it holds; not before that of the list in force.',
    }),
    prices: t.field({ type: [PriceInput], required: true, description: `The lines, 1 to ${String(MOST_ROWS)}.` }),
  }),
});

const PublishPriceListResult = answerOf(builder, 'PublishPriceListResult', 'PriceList', PriceList);

builder.mutationType({ description: 'What signed-in staff may change.' });

builder.mutationField('publishPriceList', (t) =>
  t.field({
    type: PublishPriceListResult,
    args: { input: t.arg({ type: PublishPriceListInput, required: true, description: 'The list.' }) },
    description:
      "Publishes a price list in place of the institution's last one of that kind; only what differs is written. Role: PUBLISHER of the region or of the institution.",
    resolve: (_root, { input }, context) => orRefused(publishPriceList(input, context)),
  }),
);
