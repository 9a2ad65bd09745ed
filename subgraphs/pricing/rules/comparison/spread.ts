/** How a group of prices is spread, in ten-thousandths. */
export interface Spread {
  readonly minimum: bigint;
  readonly tenthPercentile: bigint;
  readonly median: bigint;
  readonly ninetiethPercentile: bigint;
  readonly maximum: bigint;
}

/** The ends, the middle and the tenths of some amounts, in whichever order they come; null for none. */
export function spread(amounts: readonly bigint[]): Spread | null {
  const sorted = [...amounts].sort((one, other) => (one < other ? -1 : Number(one > other)));
  const [minimum, maximum] = [sorted[0], sorted.at(-1)];
  if (minimum === undefined || maximum === undefined) return null;
  return {
    minimum,
    tenthPercentile: percentile(sorted, 10),
    median: percentile(sorted, 50),
    ninetiethPercentile: percentile(sorted, 90),
    maximum,
  };
}

/**
 * A percentile by linear interpolation between the two amounts next to it: of n amounts, the one at place (n − 1) × p /
 * 100 counted from 0, and between two places the share of the way from one to the next. Whole numbers alone are reckoned
 * with; what lies between two ten-thousandths is rounded half up. The 50th is the median: of an even number the mean of
 * the middle two.
 *
 * @param sorted - at least one amount, the lowest first
 * @param percent - a whole number from 0 to 100
 */
export function percentile(sorted: readonly bigint[], percent: number): bigint {
  const hundredths = (sorted.length - 1) * percent;
  const place = Math.floor(hundredths / 100);
  const lower = sorted[place] ?? 0n;
  const upper = sorted[place + 1] ?? lower;
  return lower + ((upper - lower) * BigInt(hundredths % 100) + 50n) / 100n;
}

/** How far an amount is from the median, as a fraction of it (0.1: 10 % above), to four places; null when the median is 0. */
export function deviationFromMedian(amount: bigint, median: bigint): number | null {
  if (median === 0n) return null;
  return Math.round(Number(((amount - median) * 1_000_000n) / median) / 100) / 10_000;
}
