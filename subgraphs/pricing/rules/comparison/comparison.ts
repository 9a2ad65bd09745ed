import { daysBetween, type CivilDate } from '../../../../core/civil-date.ts';
import { comparableGroups, type Comparability, type Comparable, type ComparableGroup } from './comparable-groups.ts';
import { deviationFromMedian, spread, type Spread } from './spread.ts';

/** A price as comparing it needs it; amounts in ten-thousandths. */
export interface Priced extends Comparable {
  readonly name: string;
  /** What exceeds a ceiling is judged by: the upper end of a range, else the amount; null for words. */
  readonly highest: bigint | null;
  /** The government's highest price (最高限价); null when the list does not tell it. */
  readonly highestAllowed: bigint | null;
  /** The first day on which it holds. */
  readonly heldSince: CivilDate;
  /** When the list was published that brought it in. */
  readonly listedOn: CivilDate;
  /** When the institution's last list was published that holds it, unchanged perhaps. */
  readonly confirmedOn: CivilDate;
}

/** A price with its place among the others. */
export interface RankedPrice<Price> {
  readonly price: Price;
  /** From the median of the main group; null for a price outside of it. */
  readonly deviationFromMedian: number | null;
  /** From the median of its own group; null for a price that can not be compared. */
  readonly deviationFromGroupMedian: number | null;
  readonly exceedsCeiling: boolean | null;
  /** In calendar days up to the day that was asked about; negative when it lies behind that. */
  readonly ageDays: number;
  readonly listAgeDays: number;
  readonly confirmedDaysAgo: number;
}

/** The figures of one group. */
export interface GroupFigures extends Comparability {
  readonly count: number;
  readonly institutions: number;
  readonly spread: Spread;
  readonly ceilingBreaches: number;
}

/** What institutions charge for one thing. */
export interface Comparison<Price> {
  /** As the main group names it. */
  readonly name: string;
  /** Of the main group; where nothing can be compared, of the first price. */
  readonly comparability: Comparability;
  /** The largest comparable group first, which is the main one; empty when nothing can be compared. */
  readonly groups: readonly GroupFigures[];
  /** Among all prices, comparable or not. */
  readonly ceilingBreaches: number;
  readonly prices: readonly RankedPrice<Price>[];
}

/**
 * Compares the prices of one thing as they stand on a day; null for none.
 *
 * @see rules H7, H8 (超政府指导价), H12
 */
export function comparison<Price extends Priced>(prices: readonly Price[], on: CivilDate): Comparison<Price> | null {
  const groups = comparableGroups(prices);
  const example = groups[0]?.prices[0] ?? prices[0];
  if (example === undefined) return null;
  const figures = groups.map(figuresOf);
  const medians = new Map<Price, bigint>();
  groups.forEach((group, at) => {
    const median = figures[at]?.spread.median;
    for (const price of group.prices) if (median !== undefined) medians.set(price, median);
  });
  const main = new Set(groups[0]?.prices);
  return {
    name: example.name,
    comparability: groups[0] ?? example,
    groups: figures,
    ceilingBreaches: breachesOf(prices),
    prices: prices.map((price) => rankedPrice(price, { on, median: medians.get(price), isMain: main.has(price) })),
  };
}

interface Place {
  readonly on: CivilDate;
  readonly median: bigint | undefined;
  readonly isMain: boolean;
}

function rankedPrice<Price extends Priced>(price: Price, { on, median, isMain }: Place): RankedPrice<Price> {
  const { amount, heldSince, listedOn, confirmedOn } = price;
  const deviation = amount === null || median === undefined ? null : deviationFromMedian(amount, median);
  return {
    price,
    deviationFromMedian: isMain ? deviation : null,
    deviationFromGroupMedian: deviation,
    exceedsCeiling: exceedsCeiling(price),
    ageDays: daysBetween(heldSince, on),
    listAgeDays: daysBetween(listedOn, on),
    confirmedDaysAgo: daysBetween(confirmedOn, on),
  };
}

function figuresOf<Price extends Priced>({ prices, ...group }: ComparableGroup<Price>): GroupFigures {
  const amounts = prices.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const figures = spread(amounts);
  if (figures === null) throw new RangeError('Expected a group of at least one amount, got none');
  const institutions = new Set(prices.map(({ institutionId }) => institutionId)).size;
  return { ...group, count: prices.length, institutions, spread: figures, ceilingBreaches: breachesOf(prices) };
}

function breachesOf(prices: readonly Priced[]): number {
  return prices.filter((price) => exceedsCeiling(price) === true).length;
}

/** Whether a price is above the government's highest one; null when that or the price is not known as a number. */
function exceedsCeiling({ highest, highestAllowed }: Priced): boolean | null {
  return highest === null || highestAllowed === null ? null : highest > highestAllowed;
}
