import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import {
  comparisonOfFound,
  MOST_ITEMS,
  offersOfFound,
  searchPrices,
  type FoundPrice as Found,
} from '../../commands/search/search-prices.ts';
import { MOST_NAMES } from '../../store/search/found-items.ts';
import { ComparedPrice } from '../comparison/compared-price.ts';
import { PriceComparison } from '../comparison/price-comparison.ts';
import { PriceKind } from '../enums.ts';

const PriceArea = builder.enumType('PriceArea', {
  description: 'How far around a region prices are looked for.',
  values: {
    REGION: { description: 'In the region itself and those below it.' },
    PREFECTURE: { description: 'In the whole prefecture that it lies in.' },
    PROVINCE: { description: 'In the whole province that it lies in.' },
  },
});

const OfferOrder = builder.enumType('OfferOrder', {
  description: 'In which order prices are offered.',
  values: {
    NEAREST: {
      description: 'Those in the region first, then in its prefecture, then in its province; each by amount.',
    },
    CHEAPEST: { description: 'By amount; what can not be compared with the others stands behind.' },
  },
});

const FoundPrice = builder.objectRef<Found>('FoundPrice').implement({
  description: 'A priced item that a search found.',
  fields: (t) => ({
    kind: t.field({ type: PriceKind, description: 'What it is.', resolve: ({ kind }) => kind }),
    code: t.exposeString('code', { description: 'Its code; empty when the lists give none.' }),
    name: t.exposeString('name', { description: 'Its name; of several the shortest.' }),
    units: t.exposeStringList('units', { description: 'What its prices in the area are for one of (计价单位).' }),
    institutions: t.exposeInt('institutions', {
      description: 'How many institutions of the area have a price for it, as found.',
    }),
    comparison: t.field({
      type: PriceComparison,
      nullable: true,
      description: 'What the institutions of the region charge for it; null when none of them has a price.',
      resolve: (found, _args, context) => comparisonOfFound(found, context),
    }),
    offers: t.field({
      type: [ComparedPrice],
      args: {
        order: t.arg({ type: OfferOrder, defaultValue: 'NEAREST', description: 'Which come first.' }),
        first: t.arg.int({ defaultValue: 5, description: 'How many to give, 1 to 100.' }),
      },
      description: 'What the institutions of the area charge for it; deviations are from the middle of the area.',
      resolve: (found, { order, first }, context) =>
        offersOfFound(found, { order: order ?? 'NEAREST', first: first ?? 5 }, context),
    }),
  }),
});

const FoundPriceConnection = connectionOf(builder, 'FoundPrice', FoundPrice);

builder.queryField('searchPrices', (t) =>
  t.field({
    type: FoundPriceConnection,
    args: {
      text: t.arg.string({
        required: true,
        description:
          'Words of the name, in any order and width, or how the code begins (3 characters and more); the first 100 characters count.',
      }),
      region: t.arg.id({
        required: true,
        description: 'Where one is: a GB/T 2260 code; includes the regions below it.',
      }),
      within: t.arg({ type: PriceArea, defaultValue: 'PREFECTURE', description: 'How far one would go.' }),
      kind: t.arg({ type: PriceKind, description: 'Only this kind.' }),
      on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }),
      first: t.arg.int({ ...pageArgs.first, description: `How many to give, 1 to ${String(MOST_ITEMS)}.` }),
      after: t.arg.string(pageArgs.after),
    },
    description: `What something costs nearby: items by name or code that somebody in the area has a price for, the closest name first. Of the names that fit, the ${String(MOST_NAMES)} shortest count.`,
    resolve: (_root, { within, first, after, ...search }, context) =>
      searchPrices({ ...search, within: within ?? 'PREFECTURE' }, { first, after }, context),
  }),
);
