import { describe, expect, it } from 'vitest';
import { burstOf } from '../../../../subgraphs/sentiment/rules/bursts/burst.ts';
import { simulate } from './simulated-topics.ts';

/** The 28 days before, the latest first, each with so many matters. */
const daily = (count: number) => Array.from({ length: 28 }, () => count);
/** Four weeks whose day of the week looked at had `same` matters and every other day `other`. */
const weekly = (same: number, other: number) =>
  Array.from({ length: 28 }, (_none, at) => (at % 7 === 6 ? same : other));

describe('a burst', () => {
  it.each([
    { count: 4, before: daily(0), is: false, why: 'fewer than five matters' },
    { count: 5, before: daily(0), is: true, why: 'five of what never came up' },
    { count: 20, before: daily(2), is: true, why: 'ten times the usual' },
    { count: 8, before: daily(2), is: false, why: 'four times what is only two a day' },
    { count: 29, before: daily(10), is: false, why: 'less than three times the usual' },
    { count: 60, before: daily(10), is: true, why: 'six times the usual' },
    { count: 60, before: weekly(30, 5), is: false, why: 'twice the usual of that day of the week' },
    { count: 60, before: weekly(0, 10), is: true, why: 'a day of the week that is quiet as a rule' },
  ])('is $is for $count: $why', ({ count, before, is }) => {
    expect(burstOf({ count, before }) !== null).toBe(is);
  });

  it('tells the usual, how many times it that is, and how probable', () => {
    const burst = burstOf({ count: 20, before: daily(2) });
    expect(burst?.usual).toBeCloseTo(56.5 / 28, 12);
    expect(burst?.ratio).toBeCloseTo((20 * 28) / 56.5, 12);
    expect(burst?.probability).toBeGreaterThan(0);
    expect(burst?.probability).toBeLessThan(1e-4);
  });

  it('is found in a simulation at ten times the usual, and hardly ever where a topic runs as usual', () => {
    const { topicDays, falseAlarms, bursts } = simulate({ topics: 60, days: 400, seed: 7 });
    expect(topicDays).toBe(60 * 372);
    expect(falseAlarms).toBeLessThanOrEqual(3);
    const often = bursts.filter(({ times, usual, put }) => times === 10 && usual === '2 to 10 a day' && put > 50);
    expect(often).toHaveLength(1);
    for (const { put, found } of often) expect(found / put).toBeGreaterThan(0.75);
  });
});
