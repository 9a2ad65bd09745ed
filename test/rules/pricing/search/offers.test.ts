import { describe, expect, it } from 'vitest';
import { offersInOrder, type Offered } from '../../../../subgraphs/pricing/rules/search/offers.ts';
import type { RankedPrice } from '../../../../subgraphs/pricing/rules/comparison/comparison.ts';

function offer(institutionId: string, regionCode: string, amount: bigint | null, isMain = true): RankedPrice<Offered> {
  return {
    price: { institutionId, regionCode, amount },
    deviationFromMedian: isMain ? 0 : null,
    deviationFromGroupMedian: null,
    exceedsCeiling: null,
    ageDays: 0,
    listAgeDays: 0,
    confirmedDaysAgo: 0,
  };
}

const OFFERS = [
  offer('e', '140521', null, false),
  offer('d', '140101', 1n),
  offer('c', '140502', 3n),
  offer('b', '140521', 5n),
  offer('a', '140502', 3n),
  offer('f', '140521', null, false),
  offer('g', '140502', 2n, false),
];
const ids = (order: 'NEAREST' | 'CHEAPEST') =>
  offersInOrder(OFFERS, order, '140521')
    .map(({ price }) => price.institutionId)
    .join('');

describe('the order of offers', () => {
  it('by nearness has the region first, then the prefecture, each by amount, words last', () => {
    expect(ids('NEAREST')).toBe('befacgd');
  });

  it('by amount has only what can be compared before the rest', () => {
    expect(ids('CHEAPEST')).toBe('dacbgef');
  });
});
