import { builder } from '../builder.ts';
import { listsOf } from '../store/price-lists.ts';
import { historyOf, priceById } from '../store/prices.ts';
import { PriceKind, PricingMode } from './enums.ts';
import { AMOUNTS, PastPrice } from './past-price.ts';
import { Institution, PriceList } from './price-list.ts';

export const Price = builder.prismaObject('Price', {
  description: 'One price of one institution, for as long as it holds. A price is not what insurance pays (rule H13).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    kind: t.expose('kind', { type: PriceKind, description: 'What it is a price of.' }),
    code: t.exposeString('code', {
      description: "The item's code as text, leading zeros kept; empty when the list gives none.",
    }),
    name: t.exposeString('name', { description: 'The item in Chinese.' }),
    specification: t.exposeString('specification', {
      nullable: true,
      description: 'The specification (规格); null when the list gives none.',
    }),
    unit: t.exposeString('unit', { description: 'What the price is for one of (计价单位).' }),
    tier: t.exposeString('tier', {
      nullable: true,
      description: "The tier (等级) in the words of the province's dictionary (rule H12).",
    }),
    condition: t.exposeString('condition', {
      nullable: true,
      description: 'On what condition (交易条件) it holds, such as who pays; null for everyone (rule H7).',
    }),
    amount: t.expose('amount', { type: 'Yuan', nullable: true, description: AMOUNTS.amount }),
    amountUpTo: t.expose('amountUpTo', { type: 'Yuan', nullable: true, description: AMOUNTS.amountUpTo }),
    amountText: t.exposeString('amountText', { nullable: true, description: AMOUNTS.amountText }),
    currency: t.exposeString('currency', {
      description: 'ISO 4217; CNY, but for lists in the standard form of another country, whose amounts are in theirs.',
    }),
    mode: t.expose('mode', {
      type: PricingMode,
      nullable: true,
      description: 'How it comes about; null when the list does not say.',
    }),
    ceiling: t.expose('ceiling', {
      type: 'Yuan',
      nullable: true,
      description: "The government's highest price, in yuan; null when not known.",
    }),
    note: t.exposeString('note', { nullable: true, description: 'What the list adds to it.' }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: AMOUNTS.effectiveOn }),
    endedOn: t.expose('endedOn', { type: 'Date', nullable: true, description: AMOUNTS.endedOn }),
  }),
});

builder.prismaObjectFields(Price, (t) => ({
  isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  history: t.field({
    type: [PastPrice],
    description: 'What the institution charges and charged for the same thing, the newest first.',
    resolve: (price, _args, context) => historyOf(context, price),
  }),
  priceList: t.field({
    type: PriceList,
    nullable: true,
    description: 'The list that brought it in.',
    resolve: ({ listId }, _args, context) => listsOf(context).load(listId),
  }),
  institution: t.field({
    type: Institution,
    nullable: true,
    description: 'Whose price it is.',
    resolve: ({ institutionId }) => ({ id: institutionId }),
  }),
}));

builder.asEntity(Price, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => priceById(id, context, info),
});
