import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualTail } from '../../../../subgraphs/sentiment/rules/bursts/usual-tail.ts';

/** The same as a sum of the terms below, each by its own product: exact where the tail is not small. */
function reference(least: number, mean: number, shape: number): number {
  let below = 0;
  for (let k = 0; k < least; k += 1) {
    let term = (shape / (shape + mean)) ** shape;
    for (let factor = 1; factor <= k; factor += 1) term *= ((shape + factor - 1) / factor) * (mean / (shape + mean));
    below += term;
  }
  return 1 - below;
}

describe('the tail of an uncertain rate', () => {
  it('is what the terms below leave', () => {
    const positive = (max: number) => fc.double({ min: 0.05, max, noNaN: true });
    fc.assert(
      fc.property(fc.nat(40), positive(30), positive(30), (least, mean, shape) => {
        expect(usualTail(least, mean, shape)).toBeCloseTo(reference(least, mean, shape), 9);
      }),
    );
  });

  it('is that of a Poisson count where the rate is certain', () => {
    // At mean 1, five or more: 1 - e^-1 (1 + 1 + 1/2 + 1/6 + 1/24).
    expect(usualTail(5, 1, 1e7)).toBeCloseTo(1 - Math.exp(-1) * (1 + 1 + 1 / 2 + 1 / 6 + 1 / 24), 6);
  });

  it('keeps what is far below what a difference from 1 can show', () => {
    expect(usualTail(60, 1, 1e6)).toBeGreaterThan(0);
    expect(usualTail(60, 1, 1e6)).toBeLessThan(1e-70);
  });
});
