import { poissonTail } from './poisson-tail.ts';

/** How many days before the one looked at say what is usual: four weeks, so that every day of the week counts alike. */
export const DAYS_BEFORE = 28;
/** Of a topic that hardly ever comes up, so many matters a day are taken for usual. */
export const LEAST_USUAL = 0.25;
/** Fewer matters than these in a day are never a burst. */
export const LEAST_COUNT = 5;
/** So many times the usual rate make a burst. */
export const LEAST_RATIO = 3;
/** A burst is so improbable at the usual rate, or more. */
export const MOST_PROBABLE = 1e-5;

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
 * What is usual is the mean of the 28 days before, or that of the same day of the week in them when it is more, and at least a
 * quarter of a matter a day. A burst is at least five matters in 24 hours, at least three times the usual, and at the usual
 * rate less probable than one in 100,000. Days differ by more than chance alone makes them, for what makes one person write
 * makes another: by how much, the variance of the 28 days says, and the probability is that of a Poisson count in units of
 * the variance over the mean.
 *
 * @see rules P5, P12
 */
export function burstOf({ count, before }: TopicCounts): Burst | null {
  const usual = usualOf(before);
  const ratio = count / usual;
  if (count < LEAST_COUNT || ratio < LEAST_RATIO) return null;
  const dispersion = dispersionOf(before);
  const probability = poissonTail(Math.floor(count / dispersion), usual / dispersion);
  return probability < MOST_PROBABLE ? { count, usual, ratio, probability } : null;
}

function usualOf(before: readonly number[]): number {
  const sameDay = before.filter((_count, at) => at % 7 === 6);
  return Math.max(mean(before), mean(sameDay), LEAST_USUAL);
}

/** The variance over the mean of the days before; 1 when chance alone explains them. */
function dispersionOf(before: readonly number[]): number {
  const average = mean(before);
  if (average === 0) return 1;
  const squares = before.reduce((sum, one) => sum + (one - average) ** 2, 0);
  return Math.max(1, squares / (before.length - 1) / average);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
