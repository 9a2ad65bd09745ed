import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  targetRefusals,
  type TargetValues,
} from '../../../../subgraphs/documents/rules/interpretation/issuer-target.ts';

const NONE: TargetValues = {
  diversifiedRate: null,
  multiChannelRate: null,
  leaderInterpretations: null,
  meetingsAttended: null,
  attributeReviewMonths: null,
};
const outOfRange = (name: string, expected: string, got: number) => [
  { code: 'NUMBER_OUT_OF_RANGE', path: [name], expected, got: String(got) },
];

describe('the targets of an issuer', () => {
  it('may all be left open', () => {
    expect(targetRefusals(2026, NONE)).toEqual([]);
  });

  it.each([
    [1999, 1],
    [2000, 0],
    [2100, 0],
    [2101, 1],
  ])('are of a year of this time: %i', (year, count) => {
    const refusal = { code: 'YEAR_OUT_OF_RANGE', path: ['year'], expected: '2000–2100', got: String(year) };
    expect(targetRefusals(year, NONE)).toEqual(Array.from({ length: count }, () => refusal));
  });

  it.each(['diversifiedRate', 'multiChannelRate'] as const)('hold %s between 0 and 1, to four places', (name) => {
    for (const rate of [0, 0.0001, 0.6, 0.9, 0.9999, 1]) {
      expect(targetRefusals(2026, { ...NONE, [name]: rate })).toEqual([]);
    }
    for (const rate of [-0.0001, 1.0001, 0.00005, 0.90001, Number.NaN, 90]) {
      expect(targetRefusals(2026, { ...NONE, [name]: rate })).toEqual(outOfRange(name, '0–1, 0.0001', rate));
    }
  });

  it('take for a rate what a double makes of it, and nothing farther off', () => {
    const rates = [0.6000000005, 0.5999999995, 0.600000002, 0.599999998];
    expect(rates.map((rate) => targetRefusals(2026, { ...NONE, multiChannelRate: rate }).length)).toEqual([0, 0, 1, 1]);
  });

  it('are refused for every reason at once', () => {
    const values = { diversifiedRate: 2, multiChannelRate: -1, leaderInterpretations: -1, meetingsAttended: 367 };
    expect(targetRefusals(1999, { ...values, attributeReviewMonths: 0 }).map(({ path }) => path)).toEqual([
      ...[['year'], ['diversifiedRate'], ['multiChannelRate'], ['leaderInterpretations'], ['meetingsAttended']],
      ['attributeReviewMonths'],
    ]);
  });

  it('take every rate of four places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (steps) => {
        const rate = Number((steps / 10_000).toFixed(4));
        expect(targetRefusals(2026, { ...NONE, diversifiedRate: rate })).toEqual([]);
      }),
    );
  });

  it.each([
    ['leaderInterpretations', 0, 366],
    ['meetingsAttended', 0, 366],
    ['attributeReviewMonths', 1, 120],
  ] as const)('hold %s from %i to %i', (name, least, most) => {
    for (const count of [least, most]) expect(targetRefusals(2026, { ...NONE, [name]: count })).toEqual([]);
    for (const count of [least - 1, most + 1]) {
      const expected = `${String(least)}–${String(most)}`;
      expect(targetRefusals(2026, { ...NONE, [name]: count })).toEqual(outOfRange(name, expected, count));
    }
  });
});
