import type { CivilDate } from '../../../core/civil-date.ts';
import { comparableGroup, deviationFromMedian, spread, type Spread } from '../rules/price-comparison.ts';
import type { Price, PricingContext } from '../store/database.ts';
import { pricesOfCode } from '../store/price-comparison.ts';

/** A price with its place among the others. */
export interface RankedPrice {
  readonly price: Price;
  readonly deviationFromMedian: number | null;
  readonly exceedsCeiling: boolean | null;
}

/** What institutions charge for one code. */
export interface Comparison {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly tier: string | null;
  readonly institutions: number;
  readonly spread: Spread | null;
  readonly prices: readonly RankedPrice[];
}

interface Asked {
  readonly code: string;
  readonly region: string;
  readonly on: CivilDate;
}

/** Compares what the institutions of a region charge for a code on a day; null when nobody there has a price for it. */
export async function comparePrices({ code, region, on }: Asked, context: PricingContext): Promise<Comparison | null> {
  const all = code === '' ? [] : await pricesOfCode(context, code, region, on);
  const group = comparableGroup(all);
  const example = (group[0] ?? all[0])?.price;
  if (example === undefined) return null;
  const middle = spread(group);
  const compared = new Set(group);
  const prices = all.map((one) => ({
    price: one.price,
    deviationFromMedian:
      middle !== null && one.amount !== null && compared.has(one)
        ? deviationFromMedian(one.amount, middle.median)
        : null,
    exceedsCeiling: exceedsCeiling(one.price),
  }));
  const institutions = new Set(group.map(({ institutionId }) => institutionId)).size;
  return { code, name: example.name, unit: example.unit, tier: example.tier, institutions, spread: middle, prices };
}

function exceedsCeiling({ amount, amountUpTo, ceiling }: Price): boolean | null {
  const highest = amountUpTo ?? amount;
  return highest === null || ceiling === null ? null : highest.greaterThan(ceiling);
}
