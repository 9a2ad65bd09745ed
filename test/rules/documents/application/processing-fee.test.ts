import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../../core/fault.ts';
import {
  askedFee,
  processingFee,
  type FeeBasis,
} from '../../../../subgraphs/documents/rules/application/processing-fee.ts';

/** What the nth item or page costs, in yuan. */
function unitOf(basis: FeeBasis, nth: number): number {
  if (basis === 'BY_PAGE') return nth <= 30 ? 0 : nth <= 100 ? 10 : nth <= 200 ? 20 : 40;
  if (nth <= 10) return 0;
  if (nth <= 30) return 100;
  return 100 + Math.ceil((nth - 30) / 10) * 100;
}

/** One after another. */
function slowly(basis: FeeBasis, quantity: number, before = 0): string {
  let sum = 0;
  for (let nth = before + 1; nth <= before + quantity; nth += 1) sum += unitOf(basis, nth);
  return String(sum);
}

describe('the processing fee', () => {
  it.each<[FeeBasis, number, string]>([
    ['BY_ITEM', 0, '0'],
    ['BY_ITEM', 1, '0'],
    ['BY_ITEM', 10, '0'],
    ['BY_ITEM', 11, '100'],
    ['BY_ITEM', 30, '2000'],
    ['BY_ITEM', 31, '2200'],
    ['BY_ITEM', 40, '4000'],
    ['BY_ITEM', 41, '4300'],
    ['BY_ITEM', 50, '7000'],
    ['BY_ITEM', 51, '7400'],
    ['BY_PAGE', 0, '0'],
    ['BY_PAGE', 30, '0'],
    ['BY_PAGE', 31, '10'],
    ['BY_PAGE', 100, '700'],
    ['BY_PAGE', 101, '720'],
    ['BY_PAGE', 200, '2700'],
    ['BY_PAGE', 201, '2740'],
    ['BY_PAGE', 1_000, '34700'],
  ])('%s of %i is %s yuan', (basis, quantity, amount) => {
    expect(processingFee(basis, quantity).amountYuan).toBe(amount);
    expect(slowly(basis, quantity)).toBe(amount);
  });

  it('shows the bands that it is made of', () => {
    expect(processingFee('BY_ITEM', 35).bands).toEqual([
      { from: 1, to: 10, quantity: 10, unitYuan: '0', amountYuan: '0' },
      { from: 11, to: 30, quantity: 20, unitYuan: '100', amountYuan: '2000' },
      { from: 31, to: 40, quantity: 5, unitYuan: '200', amountYuan: '1000' },
    ]);
    expect(processingFee('BY_PAGE', 250).bands).toEqual([
      { from: 1, to: 30, quantity: 30, unitYuan: '0', amountYuan: '0' },
      { from: 31, to: 100, quantity: 70, unitYuan: '10', amountYuan: '700' },
      { from: 101, to: 200, quantity: 100, unitYuan: '20', amountYuan: '2000' },
      { from: 201, to: null, quantity: 50, unitYuan: '40', amountYuan: '2000' },
    ]);
    expect(processingFee('BY_ITEM', 0).bands).toEqual([]);
  });

  it('charges only what comes on top of what came earlier in the month', () => {
    expect(processingFee('BY_ITEM', 5, 8)).toEqual({
      amountYuan: '300',
      bands: [
        { from: 1, to: 10, quantity: 2, unitYuan: '0', amountYuan: '0' },
        { from: 11, to: 30, quantity: 3, unitYuan: '100', amountYuan: '300' },
      ],
    });
  });

  it('is what adding one after another gives, and adds up over the applications of a month', () => {
    const basis = fc.constantFrom<FeeBasis>('BY_ITEM', 'BY_PAGE');
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(basis, count, count, (by, first, second) => {
        expect(processingFee(by, second, first).amountYuan).toBe(slowly(by, second, first));
        const [whole, one, other] = [
          processingFee(by, first + second),
          processingFee(by, first),
          processingFee(by, second, first),
        ].map(({ amountYuan }) => Number(amountYuan)) as [number, number, number];
        expect(one + other).toBe(whole);
        for (const { bands, amountYuan } of [processingFee(by, second, first)]) {
          expect(bands.reduce((sum, band) => sum + band.quantity, 0)).toBe(second);
          expect(String(bands.reduce((sum, band) => sum + Number(band.amountYuan), 0))).toBe(amountYuan);
        }
      }),
    );
  });
});

describe('a fee that is asked for', () => {
  it.each([
    [{ basis: 'BY_ITEM', quantity: 12 }, '200'],
    [{ basis: 'BY_ITEM', quantity: 12, before: null }, '200'],
    [{ basis: 'BY_ITEM', quantity: 12, before: 10 }, '1200'],
    [{ basis: 'BY_ITEM', quantity: 0, before: 100_000 }, '0'],
    [{ basis: 'BY_PAGE', quantity: 100_000 }, '3994700'],
  ] as const)('%j is %s yuan', (asked, amount) => {
    expect(askedFee(asked).amountYuan).toBe(amount);
  });

  it.each([
    [{ basis: 'BY_ITEM', quantity: -1 }, 'Expected `quantity` between 0 and 100000, got -1'],
    [{ basis: 'BY_ITEM', quantity: 100_001 }, 'Expected `quantity` between 0 and 100000, got 100001'],
    [{ basis: 'BY_ITEM', quantity: 1, before: -1 }, 'Expected `before` between 0 and 100000, got -1'],
    [{ basis: 'BY_PAGE', quantity: 1, before: 1 }, 'Expected `before` between 0 and 0, got 1'],
  ] as const)('%j is out of bounds', (asked, message) => {
    expect(() => askedFee(asked)).toThrow(new Fault('BAD_USER_INPUT', message));
  });
});
