import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';
import type { Price as PriceRecord } from '../store/database.ts';
import { listsOf, priceListById } from '../store/price-lists.ts';
import { historyOf, priceById } from '../store/prices.ts';
import { PriceKind, PricingMode } from './enums.ts';

export const Institution = entityStub(builder, 'Institution', 'id', 'contribution');

const amounts = {
  amount: 'In yuan, exact; the lower end of a range; null when the list gives words instead of a number.',
  amountUpTo: 'The upper end of a range, in yuan; null for a single amount.',
  amountText: 'The cell as it stood, when it is more than one number, such as "100-300" or "医院自主确定" (rule H13).',
  effectiveOn: 'The first day on which it holds.',
  endedOn: 'The first day on which it no longer holds; null while in force.',
} as const;

const PastPrice = builder.objectRef<PriceRecord>('PastPrice').implement({
  description: 'What an institution charged for the same thing at one time.',
  fields: (t) => ({
    amount: t.expose('amount', { type: 'Yuan', nullable: true, description: amounts.amount }),
    amountUpTo: t.expose('amountUpTo', { type: 'Yuan', nullable: true, description: amounts.amountUpTo }),
    amountText: t.exposeString('amountText', { nullable: true, description: amounts.amountText }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: amounts.effectiveOn }),
    endedOn: t.expose('endedOn', { type: 'Date', nullable: true, description: amounts.endedOn }),
  }),
});

export const PriceList = builder.prismaObject('PriceList', {
  description: 'A price list (价目表) that an institution published: one kind of price, from one day on.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    kind: t.expose('kind', { type: PriceKind, description: 'What it holds prices of.' }),
    title: t.exposeString('title', { description: 'The title in Chinese.' }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'The first day on which it holds.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    rows: t.exposeInt('rows', { description: 'How many prices it held when it was published.' }),
    rowsDigest: t.exposeString('rowsDigest', {
      description: 'SHA-256 over its rows in their canonical form, in hexadecimal.',
    }),
    supersedes: t.relation('supersedes', {
      nullable: true,
      description: 'The list whose place it took; null for a first one.',
    }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'Whose prices they are.',
      resolve: ({ institutionId }) => ({ id: institutionId }),
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.asEntity(PriceList, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => priceListById(id, context, info),
});

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
    amount: t.expose('amount', { type: 'Yuan', nullable: true, description: amounts.amount }),
    amountUpTo: t.expose('amountUpTo', { type: 'Yuan', nullable: true, description: amounts.amountUpTo }),
    amountText: t.exposeString('amountText', { nullable: true, description: amounts.amountText }),
    mode: t.expose('mode', {
      type: PricingMode,
      nullable: true,
      description: 'How it comes about; null when the list does not say.',
    }),
    insuranceClass: t.exposeString('insuranceClass', {
      nullable: true,
      description: 'The insurance class (医保类别): 甲, 乙 or 丙.',
    }),
    ceiling: t.expose('ceiling', {
      type: 'Yuan',
      nullable: true,
      description: "The government's highest price, in yuan; null when not known.",
    }),
    note: t.exposeString('note', { nullable: true, description: 'What the list adds to it.' }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: amounts.effectiveOn }),
    endedOn: t.expose('endedOn', { type: 'Date', nullable: true, description: amounts.endedOn }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.prismaObjectFields(Price, (t) => ({
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
