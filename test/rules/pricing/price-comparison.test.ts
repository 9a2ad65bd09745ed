import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparableGroup,
  deviationFromMedian,
  spread,
  type Comparable,
} from '../../../subgraphs/pricing/rules/price-comparison.ts';

const price = fc.record({
  unit: fc.constantFrom('次', '日'),
  tier: fc.constantFrom(null, '三级', '二级'),
  institutionId: fc.constantFrom('a', 'b', 'c'),
  amount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n })),
});

function of(amount: bigint | null, unit = '次', tier: string | null = null): Comparable {
  return { unit, tier, institutionId: 'a', amount };
}

/** Counts every group by filtering all prices again. */
function naiveSizeOfLargestGroup(prices: readonly Comparable[]): number {
  const numbered = prices.filter(({ amount }) => amount !== null);
  const sizes = numbered.map(
    (one) => numbered.filter(({ unit, tier }) => unit === one.unit && tier === one.tier).length,
  );
  return Math.max(0, ...sizes);
}

/** Takes the lowest and the highest away until one or two are left; doubled, so that halves are exact. */
function naiveDoubledMedian(amounts: readonly bigint[]): bigint {
  const left = [...amounts].sort((a, b) => (a < b ? -1 : Number(a > b)));
  while (left.length > 2) {
    left.pop();
    left.shift();
  }
  return (left[0] ?? 0n) + (left.at(-1) ?? 0n);
}

describe('the comparison of prices', () => {
  it('compares the largest group of one unit and tier, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(price), (prices) => {
        const group = comparableGroup(prices);
        expect(group).toHaveLength(naiveSizeOfLargestGroup(prices));
        expect(new Set(group.map(({ unit, tier }) => JSON.stringify([unit, tier]))).size).toBe(
          group.length === 0 ? 0 : 1,
        );
        expect(new Set(comparableGroup([...prices].reverse()))).toEqual(new Set(group));
      }),
    );
  });

  it('gives the lowest, the middle and the highest of a naive count', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), { minLength: 1 }), (amounts) => {
        const found = spread(amounts.map((amount) => of(amount)));
        expect(amounts.every((amount) => (found?.minimum ?? 1n) <= amount && amount <= (found?.maximum ?? 0n))).toBe(
          true,
        );
        expect(amounts).toContain(found?.minimum);
        expect(amounts).toContain(found?.maximum);
        // Rounded half up, twice the median is the doubled one or one more.
        expect((found?.median ?? 0n) * 2n - naiveDoubledMedian(amounts)).toBeOneOf([0n, 1n]);
      }),
    );
  });

  it('keeps ranges and words out of the figures', () => {
    expect(comparableGroup([of(null), of(null), of(5n, '日')])).toEqual([of(5n, '日')]);
    expect(spread([of(null), of(700_000n)])).toEqual({ minimum: 700_000n, median: 700_000n, maximum: 700_000n });
  });

  it('has no figures when nothing can be compared', () => {
    expect(comparableGroup([])).toEqual([]);
    expect(spread([of(null)])).toBeNull();
  });

  it.each([
    { amount: 110n, median: 100n, fraction: 0.1 },
    { amount: 50n, median: 100n, fraction: -0.5 },
    { amount: 100n, median: 100n, fraction: 0 },
    { amount: 5n, median: 0n, fraction: null },
  ])('says that $amount is $fraction from a median of $median', ({ amount, median, fraction }) => {
    expect(deviationFromMedian(amount, median)).toBe(fraction);
  });
});
