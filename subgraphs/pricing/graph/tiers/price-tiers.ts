import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { setPriceTiers, tierDictionary, type TierDictionary } from '../../commands/tiers/set-price-tiers.ts';
import type { TierWords } from '../../rules/tiers/tier-dictionary.ts';

const PriceTier = builder.objectRef<TierWords>('PriceTier').implement({
  description: 'One tier (等级) of prices in a province.',
  fields: (t) => ({
    tier: t.exposeString('tier', { description: 'The word that lists should have.' }),
    synonyms: t.stringList({
      description: 'Other words for the same, which an import takes for it.',
      resolve: ({ synonyms }) => [...synonyms],
    }),
  }),
});

const PriceTiers = builder.objectRef<TierDictionary>('PriceTiers').implement({
  description: "A province's dictionary of tiers: they differ from province to province (rule H12).",
  fields: (t) => ({
    province: t.exposeID('province', { description: 'The GB/T 2260 code of the province.' }),
    tiers: t.field({
      type: [PriceTier],
      description: 'The tiers, the highest first; empty when the province has no dictionary.',
      resolve: ({ tiers }) => [...tiers],
    }),
  }),
});

builder.queryField('priceTiers', (t) =>
  t.field({
    type: PriceTiers,
    args: { province: t.arg.id({ required: true, description: 'The GB/T 2260 code of a province, such as 140000.' }) },
    description: 'The tiers by which the prices of a province are told apart (rule H12).',
    resolve: (_root, { province }, context) => tierDictionary(province, context),
  }),
);

const PriceTierInput = builder.inputType('PriceTierInput', {
  description: 'One tier of prices.',
  fields: (t) => ({
    tier: t.string({ required: true, description: 'The word that lists should have; at most 50 characters.' }),
    synonyms: t.stringList({ defaultValue: [], description: 'Other words for the same; at most 20.' }),
  }),
});

const SetPriceTiersResult = answerOf(builder, 'SetPriceTiersResult', 'PriceTiers', PriceTiers);

builder.mutationField('setPriceTiers', (t) =>
  t.field({
    type: SetPriceTiersResult,
    args: {
      province: t.arg.id({ required: true, description: 'The GB/T 2260 code of a province, such as 140000.' }),
      tiers: t.arg({
        type: [PriceTierInput],
        required: true,
        description: 'The highest first; at most 50, none to have no dictionary. No word stands twice.',
      }),
    },
    description:
      "Puts a province's dictionary of tiers in place of the one before (rule H12). Roles: PUBLISHER, OPERATOR of the province, or of this hub's own region when it lies there.",
    resolve: (_root, { province, tiers }, context) =>
      orRefused(
        setPriceTiers(
          { province, tiers: tiers.map(({ tier, synonyms }) => ({ tier, synonyms: synonyms ?? [] })) },
          context,
        ),
      ),
  }),
);
