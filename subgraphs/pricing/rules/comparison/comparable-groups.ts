import type { PriceKind } from '../price-row.ts';

/** What prices must have in common for one to be set against another. */
export interface Comparability {
  readonly kind: PriceKind;
  readonly unit: string;
  readonly tier: string | null;
  /** On what condition (交易条件) they hold. */
  readonly condition: string | null;
  /** Of drugs and consumables, whose code may stand for several; of services null, since it tells nothing apart. */
  readonly specification: string | null;
  /** ISO 4217. */
  readonly currency: string;
}

/** One price of a comparison, its amount in ten-thousandths so that it stays exact. */
export interface Comparable extends Comparability {
  readonly institutionId: string;
  /** Null when there are words or a range instead of one number. */
  readonly amount: bigint | null;
}

/** Prices that can be compared with each other; at least one. */
export interface ComparableGroup<Price> extends Comparability {
  readonly prices: readonly Price[];
}

/**
 * Every group of prices that can be compared: one number each, and alike in all that {@link Comparability} names, text
 * for text. The largest first; of equally large ones the first by these words.
 *
 * @see rules H7 (不同规格、不同交易条件分别标示), H12
 */
export function comparableGroups<Price extends Comparable>(prices: readonly Price[]): ComparableGroup<Price>[] {
  const groups = new Map<string, ComparableGroup<Price> & { readonly prices: Price[] }>();
  for (const price of prices) {
    if (price.amount === null) continue;
    const comparability = comparabilityOf(price);
    const key = JSON.stringify(Object.values<string | null>({ ...comparability }).map((word) => word ?? ''));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...comparability, prices: [price] });
    else group.prices.push(price);
  }
  return [...groups]
    .sort(([first, a], [second, b]) => b.prices.length - a.prices.length || (first < second ? -1 : 1))
    .map(([, group]) => group);
}

function comparabilityOf({ kind, unit, tier, condition, specification, currency }: Comparability): Comparability {
  return { kind, unit, tier, condition, specification: kind === 'SERVICE' ? null : specification, currency };
}
