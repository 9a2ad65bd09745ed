import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, coverageRate, type CountedFacts, type Tally } from '../../../subgraphs/catalogue/rules/coverage.ts';

const NOTHING: Tally = { items: 0, disclosed: 0, overdue: 0, missing: 0, notDue: 0 };
const FACTS = { isDisclosed: false, wasDisclosed: false, isPastFirstDue: false, hasOverdueDuty: false };
const DISCLOSED = { ...FACTS, isDisclosed: true, wasDisclosed: true };
const OVERDUE = { ...FACTS, wasDisclosed: true, isPastFirstDue: true };
const MISSING = { ...FACTS, isPastFirstDue: true };
const category = (code: string) => ({ code, name: `类别${code}` });
const ofCategory = (code: string, items: number, facts: typeof FACTS): CountedFacts => ({
  ...{ ...facts, items, category: category(code), regionCode: null },
});
const ofRegion = (regionCode: string, items: number, facts: typeof FACTS): CountedFacts => ({
  ...{ ...facts, items, category: null, regionCode },
});

describe('coverage', () => {
  it('of nothing is nothing', () => {
    expect(coverage([])).toEqual({ ...NOTHING, categories: [], regions: [] });
  });

  it('counts every item as what it is, in all, by category and by region, in the order of their codes', () => {
    const byCategory = [
      ofCategory('03', 4, DISCLOSED),
      ofCategory('01', 3, OVERDUE),
      ofCategory('02', 2, MISSING),
      ofCategory('03', 1, FACTS),
    ];
    const byRegion = [ofRegion('140521', 4, DISCLOSED), ofRegion('140500', 6, MISSING)];
    expect(coverage([...byRegion, ...byCategory])).toEqual({
      ...{ items: 10, disclosed: 4, overdue: 3, missing: 2, notDue: 1 },
      categories: [
        { ...NOTHING, items: 3, overdue: 3, category: category('01') },
        { ...NOTHING, items: 2, missing: 2, category: category('02') },
        { ...NOTHING, items: 5, disclosed: 4, notDue: 1, category: category('03') },
      ],
      regions: [
        { ...NOTHING, items: 6, missing: 6, regionCode: '140500' },
        { ...NOTHING, items: 4, disclosed: 4, regionCode: '140521' },
      ],
    });
  });

  it('is the same in whichever order it is counted, and adds up', () => {
    const facts = fc.constantFrom(FACTS, DISCLOSED, OVERDUE, MISSING);
    const code = fc.constantFrom('01', '02', '03');
    const row = fc.oneof(
      fc.tuple(code, fc.nat(99), facts).map((given) => ofCategory(...given)),
      fc.tuple(code, fc.nat(99), facts).map((given) => ofRegion(...given)),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const whole = coverage(rows);
        expect(coverage([...rows].reverse())).toEqual(whole);
        for (const { items, disclosed, overdue, missing, notDue } of [whole, ...whole.categories, ...whole.regions]) {
          expect(disclosed + overdue + missing + notDue).toBe(items);
        }
        expect(whole.categories.reduce((sum, { items }) => sum + items, 0)).toBe(whole.items);
      }),
    );
  });
});

describe('the rate of coverage', () => {
  it.each([
    ['0 when nothing is disclosed', { items: 3 }, 0],
    ['the share that is disclosed', { items: 4, disclosed: 3 }, 0.75],
    ['1 when all is disclosed', { items: 3, disclosed: 3 }, 1],
    ['none where there are no items', {}, null],
  ])('is %s', (_case, tally, expected) => {
    expect(coverageRate({ ...NOTHING, ...tally })).toBe(expected);
  });
});
