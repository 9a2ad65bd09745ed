import { builder } from '../builder.ts';
import { priceChange, type PriceChange } from '../payloads.ts';
import { entryOf, follow } from '../stream.ts';
import { Institution } from './references.ts';

const PriceChangeType = builder.objectRef<PriceChange>('PriceChange').implement({
  description: 'One price of one institution that changed; a first appearance is none.',
  fields: (t) => ({
    cursor: t.field({
      type: 'Cursor',
      description: 'Its place in the log of this hub.',
      resolve: (change) => change.cursor,
    }),
    code: t.exposeString('code', { description: "The item's code, as text; empty when the list gives none." }),
    name: t.exposeString('name', { description: 'The item, in Chinese.' }),
    unit: t.exposeString('unit', { description: 'What the price is for one of.' }),
    amountBefore: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'In yuan; null when there was no price, or words instead of a number.',
      resolve: (change) => change.amountBefore,
    }),
    amountAfter: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'In yuan; null when the price ended, or became words.',
      resolve: (change) => change.amountAfter,
    }),
    changePercent: t.exposeFloat('changePercent', {
      nullable: true,
      description:
        'By how many per cent of the amount before, to two places; null when either amount is missing or the first is 0.',
    }),
    effectiveOn: t.field({
      type: 'Date',
      description: 'The first day on which it holds.',
      resolve: (change) => change.effectiveOn,
    }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'Whose price it is.',
      resolve: ({ institutionId }) => (institutionId === null ? null : { id: institutionId }),
    }),
  }),
});

builder.subscriptionField('priceChanges', (t) =>
  t.field({
    type: PriceChangeType,
    args: {
      after: t.arg({ type: 'Cursor', description: 'The last event that was dealt with; left out: live only.' }),
      codes: t.arg.stringList({ description: 'Only items of these codes; all when left out.' }),
      region: t.arg.id({ description: 'Only institutions of this region and those below it, by GB/T 2260 code.' }),
    },
    description: 'Prices that change.',
    subscribe: (_root, { after, codes, region }, context) =>
      follow(context, {
        after,
        filter: region == null ? null : { regions: [region] },
        among: ['PRICE'],
        ...(codes != null && { only: (entry) => codes.includes(priceChange(entry).code) }),
      }),
    resolve: (item) => priceChange(entryOf(item)),
  }),
);
