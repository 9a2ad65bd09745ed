import type { RankedPrice } from '../comparison/comparison.ts';
import { nearness } from './area.ts';

/** In which order somebody looks at what institutions charge. */
export const OFFER_ORDERS = ['NEAREST', 'CHEAPEST'] as const;
export type OfferOrder = (typeof OFFER_ORDERS)[number];

/** What an offer is put in order by. */
export interface Offered {
  readonly regionCode: string;
  readonly institutionId: string;
  /** In ten-thousandths; null for a range or words. */
  readonly amount: bigint | null;
}

/**
 * Prices in the order in which a patient asks for them. The cheapest first: those of the main group, which alone can be
 * compared, by amount. The nearest first: by region, then prefecture, then province, each by amount. What has no one
 * number stands behind what has.
 *
 * @param region - where the patient is
 */
export function offersInOrder<Price extends Offered>(
  prices: readonly RankedPrice<Price>[],
  order: OfferOrder,
  region: string,
): RankedPrice<Price>[] {
  const distance = ({ price }: RankedPrice<Price>): number => nearness(region, price.regionCode);
  const outside = (one: RankedPrice<Price>): number => Number(one.deviationFromMedian === null);
  const amount = (one: RankedPrice<Price>, other: RankedPrice<Price>): number =>
    outside(one) - outside(other) || compareAmounts(one.price.amount, other.price.amount);
  return [...prices].sort(
    (one, other) =>
      (order === 'NEAREST' ? distance(one) - distance(other) : 0) ||
      amount(one, other) ||
      distance(one) - distance(other) ||
      (one.price.institutionId < other.price.institutionId ? -1 : 1),
  );
}

function compareAmounts(one: bigint | null, other: bigint | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
}
