import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { comparison, type Priced } from '../../../../subgraphs/pricing/rules/comparison/comparison.ts';

const ON = civilDate('2026-11-24');

function priced(amount: bigint | null, more: Partial<Priced> = {}): Priced {
  return {
    ...{
      kind: 'SERVICE',
      name: '一级护理',
      unit: '日',
      tier: null,
      condition: null,
      specification: null,
      currency: 'CNY',
    },
    ...{ institutionId: 'a', amount, highest: amount, highestAllowed: null },
    ...{ heldSince: civilDate('2026-11-01'), listedOn: civilDate('2026-10-25'), confirmedOn: civilDate('2026-11-20') },
    ...more,
  };
}

describe('a comparison of prices', () => {
  it('measures each price by its own group, and those of the main group by the main median', () => {
    const all = [
      priced(100n),
      priced(200n),
      priced(300n),
      priced(50n, { tier: '二级' }),
      priced(150n, { tier: '二级' }),
    ];
    const compared = comparison(all, ON);
    expect(compared?.groups.map(({ tier, count, spread }) => [tier, count, spread.median])).toEqual([
      [null, 3, 200n],
      ['二级', 2, 100n],
    ]);
    expect(compared?.prices.map((one) => one.deviationFromMedian)).toEqual([-0.5, 0, 0.5, null, null]);
    expect(compared?.prices.map((one) => one.deviationFromGroupMedian)).toEqual([-0.5, 0, 0.5, -0.5, 0.5]);
  });

  it('counts institutions once however many prices they have', () => {
    const compared = comparison([priced(1n), priced(2n), priced(3n, { institutionId: 'b' })], ON);
    expect(compared?.groups[0]).toMatchObject({ count: 3, institutions: 2 });
  });

  it('finds what is above the ceiling, the upper end of a range included', () => {
    const range = priced(null, { highest: 301n, highestAllowed: 300n });
    const all = [priced(300n, { highestAllowed: 300n }), priced(301n, { highestAllowed: 300n }), range, priced(9n)];
    const compared = comparison(all, ON);
    expect(compared?.prices.map((one) => one.exceedsCeiling)).toEqual([false, true, true, null]);
    expect([compared?.ceilingBreaches, compared?.groups[0]?.ceilingBreaches]).toEqual([2, 1]);
  });

  it('tells how old each figure is, and since when nobody confirmed it', () => {
    expect(comparison([priced(1n)], ON)?.prices[0]).toMatchObject({
      ageDays: 23,
      listAgeDays: 30,
      confirmedDaysAgo: 4,
    });
  });

  it('lists ranges and words without figures, and is none of nothing', () => {
    const compared = comparison([priced(null, { name: '会诊费' })], ON);
    expect(compared).toMatchObject({ name: '会诊费', groups: [], comparability: { unit: '日' } });
    expect(compared?.prices[0]).toMatchObject({ deviationFromMedian: null, deviationFromGroupMedian: null });
    expect(comparison([], ON)).toBeNull();
  });

  it('has no deviation from a median of 0', () => {
    expect(comparison([priced(0n)], ON)?.prices[0]?.deviationFromMedian).toBeNull();
  });
});
