import { describe, expect, it } from 'vitest';
import {
  answeredOnTimeRate,
  satisfiedRate,
} from '../../../../subgraphs/sentiment/rules/performance/inquiry-performance.ts';

describe('how inquiries were dealt with', () => {
  it.each([
    [{ answeredOnTime: 3, answeredLate: 1, overdue: 0 }, 0.75],
    [{ answeredOnTime: 1, answeredLate: 0, overdue: 1 }, 0.5],
    [{ answeredOnTime: 0, answeredLate: 0, overdue: 0 }, null],
  ])('is on time of %j at a rate of %j', (tally, rate) => {
    expect(answeredOnTimeRate(tally)).toBe(rate);
  });

  it.each([
    [{ rated: 4, satisfied: 3 }, 0.75],
    [{ rated: 0, satisfied: 0 }, null],
  ])('satisfied of %j a share of %j', (tally, rate) => {
    expect(satisfiedRate(tally)).toBe(rate);
  });
});
