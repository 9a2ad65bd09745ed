import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { MOST_ROWS, publishPriceList } from '../commands/publish-price-list.ts';
import { PriceKind, PricingMode } from './enums.ts';
import { PriceList } from './price-list.ts';

const PriceInput = builder.inputType('PriceInput', {
  description: 'One line of a price list. A cell that holds more than one number is given in words (rule H13).',
  fields: (t) => {
    const text = (description: string) => t.string({ description });
    const yuan = (description: string) => t.field({ type: 'Yuan', description });
    return {
      code: text("The item's code as text, leading zeros kept."),
      name: t.string({ required: true, description: 'The item.' }),
      specification: text('The specification (规格).'),
      unit: t.string({ required: true, description: 'What the price is for one of (计价单位).' }),
      tier: text('The tier (等级).'),
      condition: text('On what condition (交易条件) it holds; left out for everyone (rule H7).'),
      manufacturer: text('Of a drug or consumable: who makes it (生产企业).'),
      amount: yuan('In yuan; the lower end of a range; left out when there are words instead.'),
      amountUpTo: yuan('The upper end of a range, in yuan.'),
      amountText: text('The cell as it stands, when it is more than one number.'),
      surchargePercent: text('Of a surcharge (加收): how many per cent of another price, such as "30" (rule H13).'),
      mode: t.field({ type: PricingMode, required: true, description: 'How it comes about.' }),
      insuranceClass: text('The insurance class (医保类别).'),
      selfPayPercent: text('What of it the insured pays first (自付比例), in per cent, such as "10".'),
      paymentStandard: yuan('What insurance pays at most (医保支付标准), in yuan; never the price (rule H13).'),
      ceiling: yuan("The government's highest price, in yuan."),
      nationalCode: text('Of a service: the 15 digits of its national code beside a local one.'),
      content: text('Of a service: what it comprises (项目内涵).'),
      exclusions: text('Of a service: what is charged beside it (除外内容).'),
      brandName: text('Of a drug or consumable: the name it is sold under (商品名).'),
      dosageForm: text('Of a drug: the form in which it is given (剂型).'),
      packaging: text('Of a drug or consumable: how it is packed (包装).'),
      approvalNumber: text('Of a drug its approval number (批准文号), of a consumable its registration number.'),
      standardCode: text('Of a drug: the 14 digits of its standard code (本位码).'),
      procurement: text('Of a drug or consumable: in which centralised procurement (集采) it was bought.'),
      basis: text('The document that sets the price (文号依据).'),
      note: text('What the list adds to it.'),
    };
  },
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
