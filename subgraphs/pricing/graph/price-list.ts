import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';
import { priceListById } from '../store/price-lists.ts';
import { PriceKind } from './enums.ts';

export const Institution = entityStub(builder, 'Institution', 'id', 'contribution');

export const PriceList = builder.prismaObject('PriceList', {
  description: 'A price list (价目表) that an institution published: one kind of price, from one day on.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    kind: t.expose('kind', { type: PriceKind, description: 'What it holds prices of.' }),
    title: t.exposeString('title', { description: 'The title in Chinese.' }),
    currency: t.exposeString('currency', {
      description:
        'ISO 4217; CNY, but for a list in the standard form of another country, whose amounts are in theirs.',
    }),
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
