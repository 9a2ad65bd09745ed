/** One price of a comparison, its amounts in ten-thousandths of a yuan so that they stay exact. */
export interface Comparable {
  readonly unit: string;
  readonly tier: string | null;
  readonly institutionId: string;
  /** Null when there are words or a range instead of one number. */
  readonly amount: bigint | null;
}

/** The middle and the ends of a group of prices, in ten-thousandths of a yuan. */
export interface Spread {
  readonly minimum: bigint;
  readonly median: bigint;
  readonly maximum: bigint;
}

/**
 * The prices that can be compared: the largest group of the same unit and tier that have one number. Of equally large
 * groups the first by unit and tier.
 *
 * @see rule H12
 */
export function comparableGroup<Price extends Comparable>(prices: readonly Price[]): readonly Price[] {
  const groups = new Map<string, Price[]>();
  for (const price of prices) {
    if (price.amount === null) continue;
    const key = JSON.stringify([price.unit, price.tier ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), price]);
  }
  const ordered = [...groups].sort(([first, a], [second, b]) => b.length - a.length || (first < second ? -1 : 1));
  return ordered[0]?.[1] ?? [];
}

/** Minimum, median and maximum; of an even number the median is the mean of the middle two, rounded half up to 4 places. Null for none. */
export function spread(prices: readonly Comparable[]): Spread | null {
  const amounts = prices
    .flatMap(({ amount }) => (amount === null ? [] : [amount]))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = Math.floor(amounts.length / 2);
  const [minimum, maximum, upper] = [amounts[0], amounts.at(-1), amounts[middle]];
  if (minimum === undefined || maximum === undefined || upper === undefined) return null;
  const lower = amounts[middle - 1] ?? upper;
  const median = amounts.length % 2 === 1 ? upper : (lower + upper + 1n) / 2n;
  return { minimum, median, maximum };
}

/** How far an amount is from the median, as a fraction of it (0.1: 10 % above), to four places; null when the median is 0. */
export function deviationFromMedian(amount: bigint, median: bigint): number | null {
  if (median === 0n) return null;
  return Math.round(Number(((amount - median) * 1_000_000n) / median) / 100) / 10_000;
}
