import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { instantsOf, onTimeRate } from '../../../../subgraphs/sentiment/rules/performance/response-performance.ts';

describe('the rate of answers on time', () => {
  it.each([
    ['late answers', { respondedOnTime: 3, respondedLate: 1, overdue: 0 }, 0.75],
    ['events that are overdue', { respondedOnTime: 1, respondedLate: 0, overdue: 1 }, 0.5],
  ])('counts %s against it', (_what, tally, rate) => {
    expect(onTimeRate(tally)).toBe(rate);
  });

  it('is none when the outcome of no event is known', () => {
    expect(onTimeRate({ respondedOnTime: 0, respondedLate: 0, overdue: 0 })).toBeNull();
  });
});

describe('a period of detection', () => {
  it('runs from midnight to midnight in Shanghai, and may be a single day', () => {
    const day = civilDate('2026-11-20');
    expect(instantsOf({ from: day, to: day })).toEqual({
      since: new Date('2026-11-19T16:00:00.000Z'),
      before: new Date('2026-11-20T16:00:00.000Z'),
    });
  });

  it('may be all days that there are', () => {
    expect(instantsOf({ from: civilDate('0001-01-01'), to: civilDate('9999-12-31') })).toEqual({
      since: new Date('0001-01-01T00:00:00.000Z'),
      before: new Date('9999-12-31T16:00:00.000Z'),
    });
  });

  it('may not end before it begins', () => {
    const period = { from: civilDate('2026-11-30'), to: civilDate('2026-11-01') };
    expect(() => instantsOf(period)).toThrow('on or after `from` (2026-11-30), got 2026-11-01');
  });
});
