import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import { askedSpan } from '../../../subgraphs/catalogue/rules/asked-deadline.ts';

const span = (from: string, days: number) => ({ from: civilDate(from), days, unit: 'WORKING_DAY' }) as const;

describe('a time limit that anyone may have counted', () => {
  it.each([
    ['the first day', '1900-01-01', 20],
    ['the last day', '2100-12-31', 20],
    ['no days', '2026-11-24', 0],
    ['the most days', '2026-11-24', 1_000],
  ])('is taken with %s', (_what, from, days) => {
    expect(askedSpan(span(from, days))).toEqual(span(from, days));
  });

  it.each([
    ['a day too early', '1899-12-31', 20, '1899-12-31'],
    ['a day too late', '2101-01-01', 20, '2101-01-01'],
    ['fewer than no days', '2026-11-24', -1, 'got -1'],
    ['too many days', '2026-11-24', 1_001, '0 to 1000 days, got 1001'],
  ])('is a fault with %s', (_what, from, days, words) => {
    expect(() => askedSpan(span(from, days))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    expect(() => askedSpan(span(from, days))).toThrow(words);
  });
});
