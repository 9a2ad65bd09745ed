import { yuanOf } from '../../../../core/yuan.ts';
import { builder } from '../../builder.ts';
import type { GroupFigures } from '../../rules/comparison/comparison.ts';
import { PriceKind } from '../enums.ts';

const PERCENTILE =
  'By linear interpolation between the two prices next to it (place (n − 1) × p / 100 from 0), rounded half up to 4 places.';

/** How the figures of a group describe themselves. */
export const FIGURES = {
  minimum: 'The lowest of the group, in yuan.',
  tenthPercentile: `The 10th percentile of the group, in yuan. ${PERCENTILE}`,
  median: 'The middle of the group, in yuan; of an even number the mean of the middle two, to 4 places.',
  ninetiethPercentile: `The 90th percentile of the group, in yuan. ${PERCENTILE}`,
  maximum: 'The highest of the group, in yuan.',
} as const;

export const ComparableGroup = builder.objectRef<GroupFigures>('ComparableGroup').implement({
  description:
    'Prices of one item that can be compared with each other: one number each, alike in everything that is named here, text for text.',
  fields: (t) => ({
    kind: t.field({ type: PriceKind, description: 'The kind.', resolve: ({ kind }) => kind }),
    unit: t.exposeString('unit', { description: 'The unit.' }),
    tier: t.exposeString('tier', { nullable: true, description: 'The tier (等级, rule H12); null for none.' }),
    condition: t.exposeString('condition', {
      nullable: true,
      description: 'The condition (交易条件, rule H7); null for none.',
    }),
    specification: t.exposeString('specification', {
      nullable: true,
      description: 'The specification (规格) of drugs and consumables; null for none, and for services.',
    }),
    currency: t.exposeString('currency', { description: 'The currency, ISO 4217; the figures are in it.' }),
    count: t.exposeInt('count', { description: 'How many prices there are.' }),
    institutions: t.exposeInt('institutions', { description: 'How many institutions they are of.' }),
    minimum: t.field({
      type: 'Yuan',
      description: FIGURES.minimum,
      resolve: ({ spread }) => yuanOf(spread.minimum),
    }),
    tenthPercentile: t.field({
      type: 'Yuan',
      description: FIGURES.tenthPercentile,
      resolve: ({ spread }) => yuanOf(spread.tenthPercentile),
    }),
    median: t.field({ type: 'Yuan', description: FIGURES.median, resolve: ({ spread }) => yuanOf(spread.median) }),
    ninetiethPercentile: t.field({
      type: 'Yuan',
      description: FIGURES.ninetiethPercentile,
      resolve: ({ spread }) => yuanOf(spread.ninetiethPercentile),
    }),
    maximum: t.field({
      type: 'Yuan',
      description: FIGURES.maximum,
      resolve: ({ spread }) => yuanOf(spread.maximum),
    }),
    ceilingBreaches: t.exposeInt('ceilingBreaches', {
      description: "How many are above the government's highest price that their list tells (rule H8).",
    }),
  }),
});
