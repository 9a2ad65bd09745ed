import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableGroups, type Comparable } from '../../../../subgraphs/pricing/rules/comparison/comparable-groups.ts';

const price: fc.Arbitrary<Comparable> = fc.record({
  kind: fc.constantFrom('SERVICE', 'DRUG'),
  unit: fc.constantFrom('次', '日'),
  tier: fc.constantFrom(null, '三级'),
  condition: fc.constantFrom(null, '自费'),
  specification: fc.constantFrom(null, '0.3g'),
  currency: fc.constantFrom('CNY', 'USD'),
  institutionId: fc.constantFrom('a', 'b', 'c'),
  amount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n })),
});

/** Whether two prices may be set against each other, written out once more. */
function isAlike(one: Comparable, other: Comparable): boolean {
  if (one.kind !== other.kind || one.unit !== other.unit || one.currency !== other.currency) return false;
  if (one.tier !== other.tier || one.condition !== other.condition) return false;
  return one.kind === 'SERVICE' || one.specification === other.specification;
}

describe('the groups of comparable prices', () => {
  it('hold every price that has one number, with exactly those that it can be set against', () => {
    fc.assert(
      fc.property(fc.array(price), (prices) => {
        const groups = comparableGroups(prices);
        for (const one of prices) {
          const group = groups.find((candidate) => candidate.prices.includes(one));
          const expected =
            one.amount === null ? [] : prices.filter((other) => other.amount !== null && isAlike(one, other));
          expect(group?.prices ?? []).toEqual(expected);
        }
      }),
    );
  });

  it('come by size, in one order whatever the order of the prices', () => {
    fc.assert(
      fc.property(fc.array(price), (prices) => {
        const groups = comparableGroups(prices);
        const sizes = groups.map((group) => group.prices.length);
        expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
        const heads = (some: readonly Comparable[]) =>
          comparableGroups(some).map((group) => ({ ...group, prices: group.prices.length }));
        expect(heads([...prices].reverse())).toEqual(heads(prices));
      }),
    );
  });

  it('tell specifications of drugs apart and those of services not', () => {
    const base = { unit: '片', tier: null, condition: null, currency: 'CNY', institutionId: 'a', amount: 1n } as const;
    const both = (kind: 'SERVICE' | 'DRUG') => [
      { ...base, kind, specification: '0.3g' },
      { ...base, kind, specification: '0.5g' },
    ];
    expect(comparableGroups(both('DRUG')).map(({ specification }) => specification)).toEqual(['0.3g', '0.5g']);
    expect(comparableGroups(both('SERVICE')).map(({ specification }) => specification)).toEqual([null]);
  });

  it('are none of ranges and words', () => {
    expect(comparableGroups([])).toEqual([]);
  });
});
