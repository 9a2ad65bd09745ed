import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { lastStaleDay } from '../../../../subgraphs/pricing/rules/publication/publication-status.ts';

describe('a list that nobody touched for a year', () => {
  it.each([
    ['2026-11-24', '2025-11-24'],
    ['2025-03-01', '2024-03-01'],
    ['2024-02-29', '2023-02-28'],
    ['2000-02-29', '1999-02-28'],
  ])('is on %s one of %s or earlier', (on, last) => {
    expect(lastStaleDay(civilDate(on))).toBe(last);
  });
});
