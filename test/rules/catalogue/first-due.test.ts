import { describe, expect, it } from 'vitest';
import { firstLimit, limitFor } from '../../../subgraphs/catalogue/rules/first-due.ts';
import type { TimeLimit } from '../../../subgraphs/catalogue/rules/item-columns.ts';

const limit = (appliesTo: TimeLimit['appliesTo'], days: number): TimeLimit => ({
  ...{ appliesTo, days, unit: 'CALENDAR_DAY' },
});
const STATUTORY: TimeLimit = { appliesTo: 'INFORMATION', days: 20, unit: 'WORKING_DAY' };
const [INFORMATION, RESULT] = [limit('INFORMATION', 30), limit('RESULT', 7)];

describe('the time limit of a first disclosure', () => {
  it.each<[string, TimeLimit[], TimeLimit]>([
    ['the one for information, though results are due sooner', [RESULT, INFORMATION], INFORMATION],
    ['the one for results where there is no other', [RESULT], RESULT],
    ['the shortest of several', [limit('RESULT', 9), RESULT, limit('RESULT', 8)], RESULT],
    ['that of the law where the catalogue says nothing', [], STATUTORY],
  ])('is %s', (_case, limits, expected) => {
    expect(firstLimit(limits)).toEqual(expected);
  });

  it('leaves the time limits in their order', () => {
    const limits = [INFORMATION, limit('INFORMATION', 1)];
    firstLimit(limits);
    expect(limits[0]).toBe(INFORMATION);
  });
});

describe('the time limit for what came about,', () => {
  it.each<[string, TimeLimit['appliesTo'], TimeLimit[], TimeLimit]>([
    ['a result is its own', 'RESULT', [INFORMATION, RESULT], RESULT],
    ['information is its own', 'INFORMATION', [RESULT, INFORMATION], INFORMATION],
    ['a result is that of information where it has none', 'RESULT', [INFORMATION], INFORMATION],
    ['information is that of results where it has none', 'INFORMATION', [RESULT], RESULT],
    ['anything is that of the law where the catalogue says nothing', 'RESULT', [], STATUTORY],
  ])('as %s', (_case, appliesTo, limits, expected) => {
    expect(limitFor(appliesTo, limits)).toEqual(expected);
  });
});
