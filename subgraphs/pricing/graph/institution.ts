import { civilDateOf } from '../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { askedItem } from '../rules/asked-item.ts';
import { itemHistoryOf } from '../store/history/price-history.ts';
import { priceListById, priceListsOf } from '../store/price-lists.ts';
import { pricesOf } from '../store/prices.ts';
import { PriceKind } from './enums.ts';
import { Price } from './price.ts';
import { Institution, PriceList } from './price-list.ts';

const PriceConnection = connectionOf(builder, 'Price', Price);

builder.objectFields(Institution, (t) => ({
  priceLists: t.field({
    type: [PriceList],
    nullable: true,
    args: { kind: t.arg({ type: PriceKind, description: 'Only lists of this kind.' }) },
    description: 'The price lists that it published, the newest first.',
    resolve: ({ id }, { kind }, context) => priceListsOf(context, id, kind ?? null),
  }),
  prices: t.field({
    type: PriceConnection,
    nullable: true,
    args: {
      kind: t.arg({ type: PriceKind, required: true, description: 'Which kind of price.' }),
      search: t.arg.string({
        description:
          'Stands in the name, in whichever width and with or without spaces, or begins the code; the first 100 characters count.',
      }),
      on: t.arg({ type: 'Date', description: 'The day asked about, past or future; today when left out.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Its prices in force on a day, by code.',
    resolve: ({ id }, { kind, search, on, ...page }, context) =>
      pricesOf(context, id, { kind, search: search ?? null, on: on ?? civilDateOf(context.clock.now()) }, page),
  }),
}));

builder.objectFields(Institution, (t) => ({
  priceHistory: t.field({
    type: PriceConnection,
    nullable: true,
    args: {
      code: t.arg.string({ description: "The item's code, as text. One of code and name." }),
      name: t.arg.string({
        description: "The item's whole name, of one to which its list gives no code. One of code and name.",
      }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'All that it charges and ever charged for an item, whatever the specification, unit or tier, with the days on which each held; the newest first.',
    resolve: ({ id }, { code, name, ...page }, context) => {
      const item = askedItem({ code, name });
      return item && itemHistoryOf(context, id, item, page);
    },
  }),
}));

builder.queryField('priceList', (t) =>
  t.field({
    type: PriceList,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of a price list.' }) },
    description: 'One price list; null when there is none of that id.',
    resolve: (_root, { id }, context, info) => priceListById(id, context, info),
  }),
);
