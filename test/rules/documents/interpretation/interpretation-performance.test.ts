import { describe, expect, it } from 'vitest';
import {
  interpretationRate,
  isMet,
} from '../../../../subgraphs/documents/rules/interpretation/interpretation-performance.ts';

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

describe('a target', () => {
  it.each([
    [0.9, 0.9, true],
    [0.8999, 0.9, false],
    [0.9001, 0.9, true],
    [2, 2, true],
    [1, 2, false],
    [null, 0.9, null],
    [0.9, null, null],
    [0, 0, true],
  ])('is met by %s of %s: %s', (reached, target, expected) => {
    expect(isMet(reached, target)).toBe(expected);
  });

  it('that is a share of whole documents is met exactly by it', () => {
    for (let due = 1; due <= 200; due += 1) {
      for (let steps = 0; steps <= 100; steps += 1) {
        if ((due * steps) % 100 !== 0) continue;
        const rate = interpretationRate((due * steps) / 100, {
          documentsDue: due,
          interpreted: 0,
          diversified: 0,
          multiChannel: 0,
        });
        expect(isMet(rate, Number((steps / 100).toFixed(2)))).toBe(true);
      }
    }
  });
});
