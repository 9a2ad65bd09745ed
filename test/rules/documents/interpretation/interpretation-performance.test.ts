import { describe, expect, it } from 'vitest';
import { interpretationRate } from '../../../../subgraphs/documents/rules/interpretation/interpretation-performance.ts';

describe('a rate of interpretation', () => {
  it.each([
    [9, 10, 0.9],
    [0, 3, 0],
    [3, 3, 1],
    [0, 0, null],
  ])('of %i among %i due is %s', (count, documentsDue, rate) => {
    expect(interpretationRate(count, { documentsDue, interpreted: 0, diversified: 0, multiChannel: 0 })).toBe(rate);
  });
});
