import { burstOf, DAYS_BEFORE } from '../../../../subgraphs/sentiment/rules/bursts/burst.ts';

/** Of a week from Monday on: how much of the usual comes on each day. */
const WEEK = [1.3, 1.15, 1.1, 1.05, 1, 0.75, 0.65];
/** Variance of a day's own factor: what makes one person write makes others. */
const DAILY_VARIANCE = 0.1;

/** Numbers between 0 and 1 by a seed, the same everywhere (mulberry32). */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a simulation of topics found. */
export interface Found {
  readonly topicDays: number;
  readonly falseAlarms: number;
  /** Bursts put in, and found, by how many times the usual they are and how much usual is. */
  readonly bursts: readonly {
    readonly times: number;
    readonly usual: string;
    readonly put: number;
    readonly found: number;
  }[];
}

const USUAL = [
  { name: 'below 0.5 a day', from: 0, to: 0.5 },
  { name: '0.5 to 2 a day', from: 0.5, to: 2 },
  { name: '2 to 10 a day', from: 2, to: 10 },
  { name: 'above 10 a day', from: 10, to: Infinity },
] as const;
const TIMES = [4, 6, 10] as const;

/**
 * Topics over some days, each at its own rate (log-normal, median 0.6 a day), with a week's pattern, a drift over the year and days
 * that differ by more than chance: how often one is flagged that only runs as usual, and how often one that runs at several
 * times its usual rate, with at least eight matters expected.
 */
export function simulate({
  topics,
  days,
  seed,
}: {
  readonly topics: number;
  readonly days: number;
  readonly seed: number;
}): Found {
  const random = randomBy(seed);
  let [topicDays, falseAlarms] = [0, 0];
  const bursts = TIMES.flatMap((times) => USUAL.map((usual) => ({ times, usual, put: 0, found: 0 })));
  for (let topic = 0; topic < topics; topic += 1) {
    const rate = 0.6 * Math.exp(1.4 * normal(random));
    const counts: number[] = [];
    for (let day = 0; day < days; day += 1) {
      const expected = rate * ofDay(day) * gammaFactor(random);
      const count = poisson(random, expected);
      const before = counts.slice(-DAYS_BEFORE).reverse();
      counts.push(count);
      if (before.length < DAYS_BEFORE) continue;
      topicDays += 1;
      if (burstOf({ count, before }) !== null) falseAlarms += 1;
      if (random() > 0.05) continue;
      for (const burst of bursts) {
        if (rate < burst.usual.from || rate >= burst.usual.to) continue;
        burst.put += 1;
        if (burstOf({ count: poisson(random, Math.max(8, expected * burst.times)), before }) !== null) burst.found += 1;
      }
    }
  }
  return { topicDays, falseAlarms, bursts: bursts.map((burst) => ({ ...burst, usual: burst.usual.name })) };
}

function ofDay(day: number): number {
  return (WEEK[day % 7] ?? 1) * (1 + 0.3 * Math.sin((2 * Math.PI * day) / 365));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A factor of mean 1 and the daily variance (Marsaglia and Tsang). */
function gammaFactor(random: () => number): number {
  const shape = 1 / DAILY_VARIANCE;
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}

function poisson(random: () => number, mean: number): number {
  if (mean > 500) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}
