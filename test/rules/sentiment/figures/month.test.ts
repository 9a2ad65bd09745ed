import { describe, expect, it } from 'vitest';
import { daysOfMonth, monthRefusals, periodOfMonth } from '../../../../subgraphs/sentiment/rules/figures/month.ts';

describe('the days of a month', () => {
  it.each([
    ['2026-01', '2026-01-01', '2026-01-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-04', '2026-04-01', '2026-04-30'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2000-01', '2000-01-01', '2000-01-31'],
  ])('of %s are %s to %s', (month, from, to) => {
    expect(daysOfMonth(month)).toEqual({ from, to });
  });

  it.each(['', '2026', '2026-13', '2026-00', '2026-1', '1999-12', '2026-01-01', '２０２６-01'])(
    'are none of %j',
    (month) => {
      expect(daysOfMonth(month)).toBeNull();
      expect(() => periodOfMonth(month)).toThrow('Expected a month YYYY-MM');
    },
  );
});

describe('figures of a month', () => {
  it.each([
    ['are published from the first midnight in Shanghai after it', '2026-10', '2026-10-31T16:00:00.000Z', []],
    ['are not published a millisecond before', '2026-10', '2026-10-31T15:59:59.999Z', ['MONTH_NOT_OVER']],
    ['are not published of a month to come', '2027-01', '2026-11-23T02:00:00.000Z', ['MONTH_NOT_OVER']],
    ['are not published of what is no month', '2026-9', '2026-11-23T02:00:00.000Z', ['MONTH_MALFORMED']],
  ])('%s', (_what, month, now, codes) => {
    expect(monthRefusals(month, new Date(now)).map(({ code }) => code)).toEqual(codes);
  });

  it('tell which month is the last one that is over', () => {
    expect(monthRefusals('2026-01', new Date('2026-01-15T02:00:00.000Z'))).toMatchObject([
      { expected: '2025-12', got: '2026-01', rules: ['P9'] },
    ]);
  });
});
