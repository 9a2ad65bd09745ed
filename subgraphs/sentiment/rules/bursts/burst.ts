import { usualTail } from './usual-tail.ts';

/** How many days before the one looked at say what is usual: four weeks, so that every day of the week counts alike. */
export const DAYS_BEFORE = 28;
/** How uneven days are by themselves, for what makes one person write makes others: the variance of a day's own factor. */
const DAILY_VARIANCE = 0.15;
/** So many days' worth of the mean are counted with the four of the same day of the week, which alone would be too few. */
const DAYS_ADDED = 4;
/** Fewer matters than these in a day are never a burst. */
const LEAST_COUNT = 5;
/** So many times the usual rate make a burst. */
const LEAST_RATIO = 3;
/** At the usual rate a burst is less probable than this. */
const MOST_PROBABLE = 1e-4;

/** Matters of a topic: in the last 24 hours, and in each of the 28 times 24 hours before, the latest first. */
export interface TopicCounts {
  readonly count: number;
  readonly before: readonly number[];
}

/** How much more often than usual a topic comes up. */
export interface Burst {
  readonly count: number;
  /** Matters in 24 hours, as they usually are. */
  readonly usual: number;
  readonly ratio: number;
  /** How probable as many or more are at the usual rate. */
  readonly probability: number;
}

/**
 * A burst (舆情突增): whether a topic runs at several times its usual rate; null when it does not.
 *
 * What is usual is the mean of the 28 days before, with half a matter added, since what did not come up in them may all the
 * same; more where the same day of the week in them ran higher. A burst is at least five matters in 24 hours, at least
 * three times the usual, and less probable than one in 10,000 for a topic whose rate is known from so few matters as
 * there were, and whose days are uneven by themselves: a negative binomial count. On simulated topics (`npm run bench --
 * bursts`) one day of a topic in some 30,000 is flagged that runs as usual.
 *
 * @see rules P5, P12
 */
export function burstOf({ count, before }: TopicCounts): Burst | null {
  const known = sum(before) + 0.5;
  const usual = (known / before.length) * ofDayOfWeek(before);
  const ratio = count / usual;
  if (count < LEAST_COUNT || ratio < LEAST_RATIO) return null;
  const probability = usualTail(count, usual, 1 / (1 / known + DAILY_VARIANCE));
  return probability < MOST_PROBABLE ? { count, usual, ratio, probability } : null;
}

/** How much more than the mean comes on this day of the week; 1 when it is less. */
function ofDayOfWeek(before: readonly number[]): number {
  const mean = sum(before) / before.length;
  const sameDay = before.filter((_count, at) => at % 7 === 6);
  const added = DAYS_ADDED * Math.max(mean, 1);
  return Math.max(1, (sum(sameDay) + added) / (sameDay.length * mean + added));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
