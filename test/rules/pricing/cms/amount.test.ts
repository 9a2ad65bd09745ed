import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positiveAmount, positiveNumber } from '../../../../subgraphs/pricing/rules/cms/amount.ts';

describe('an amount of a standard charge file', () => {
  it.each([
    ['12', '12'],
    ['0012.50', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0.1265', '0.1265'],
    ['1e3', '1000'],
    ['1.2345E+2', '123.45'],
    ['125e-3', '0.125'],
    ['999999999999.9999', '999999999999.9999'],
  ])('is exact: %s is %s', (text, expected) => {
    expect(positiveAmount(text)).toBe(expected);
  });

  it.each([
    ...['', '.', '0', '0.00', '0e5', '-1', '+1', '1,200', '$12', '12 ', 'N/A', '1.2.3', 'e3', '1e', 'Infinity', '0x10'],
    ...['0.12345', '1234567890123', '1e13', '1e-5', '1e999'],
  ])('is none of "%s": more than four places, twelve digits, or no number above zero', (text) => {
    expect(positiveAmount(text)).toBeNull();
  });

  it('with an exponent is what the shift of the point says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: -9, max: 9 }), (digits, exponent) => {
        const plain = positiveNumber(`${String(digits)}e${String(exponent)}`);
        expect(Number(plain)).toBeCloseTo(digits * 10 ** exponent, 6);
        expect(plain).toMatch(/^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
      }),
    );
  });
});
