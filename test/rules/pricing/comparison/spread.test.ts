import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviationFromMedian, percentile, spread } from '../../../../subgraphs/pricing/rules/comparison/spread.ts';

const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), { minLength: 1, maxLength: 60 });
const sorted = (some: readonly bigint[]) => [...some].sort((a, b) => (a < b ? -1 : Number(a > b)));

/** Stretches the amounts so that each pair of neighbours has 99 places between them, and takes one; in hundredths. */
function naivePercentileInHundredths(some: readonly bigint[], percent: number): bigint {
  const [first = 0n, ...rest] = sorted(some);
  const stretched = [first * 100n];
  let before = first;
  for (const next of rest) {
    for (let step = 1n; step <= 100n; step += 1n) stretched.push(before * (100n - step) + next * step);
    before = next;
  }
  return stretched[(some.length - 1) * percent] ?? -1n;
}

/** Takes the lowest and the highest away until one or two are left; doubled, so that halves are exact. */
function naiveDoubledMedian(some: readonly bigint[]): bigint {
  const left = sorted(some);
  while (left.length > 2) {
    left.pop();
    left.shift();
  }
  return (left[0] ?? 0n) + (left.at(-1) ?? 0n);
}

describe('the spread of prices', () => {
  it('has the percentiles of a naive interpolation, rounded half up', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100 }), (some, percent) => {
        const exact = naivePercentileInHundredths(some, percent);
        expect(percentile(sorted(some), percent)).toBe((exact + 50n) / 100n);
      }),
    );
  });

  it('has the ends and the middle of a naive count, whatever the order', () => {
    fc.assert(
      fc.property(amounts, (some) => {
        const found = spread(some);
        expect([found?.minimum, found?.maximum]).toEqual([sorted(some)[0], sorted(some).at(-1)]);
        // Rounded half up, twice the median is the doubled one or one more.
        expect((found?.median ?? 0n) * 2n - naiveDoubledMedian(some)).toBeOneOf([0n, 1n]);
        expect(spread([...some].reverse())).toEqual(found);
      }),
    );
  });

  it.each([
    { some: [10n, 20n, 30n, 40n, 50n, 60n, 70n, 80n, 90n, 100n, 110n], tenth: 20n, ninetieth: 100n },
    { some: [700_000n, 600_000n], tenth: 610_000n, ninetieth: 690_000n },
    { some: [1n, 2n], tenth: 1n, ninetieth: 2n },
    { some: [5n], tenth: 5n, ninetieth: 5n },
  ])('of $some has $tenth and $ninetieth as its tenths', ({ some, tenth, ninetieth }) => {
    expect(spread(some)).toMatchObject({ tenthPercentile: tenth, ninetiethPercentile: ninetieth });
  });

  it('is none of no amounts', () => {
    expect(spread([])).toBeNull();
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
