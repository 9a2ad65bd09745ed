import { describe, expect, it } from 'vitest';
import { comparedCounts, type AttributeCounts } from '../../../subgraphs/documents/rules/attribute-counts.ts';

const counts = (year: number, onRequest: number, withheld: number): AttributeCounts => ({
  ...{ year, proactive: 10, onRequest, withheld, issued: 3, issuedHidden: 1 },
});

describe('the counts of the hidden classes', () => {
  it('stand beside those of the year before', () => {
    const compared = comparedCounts([counts(2024, 5, 3), counts(2025, 4, 3), counts(2026, 4, 4), counts(2027, 5, 1)]);
    expect(compared.map(({ year, change, isShrinking }) => [year, change, isShrinking])).toEqual([
      [2024, null, null],
      [2025, { onRequest: -1, withheld: 0 }, true],
      [2026, { onRequest: 0, withheld: 1 }, false],
      [2027, { onRequest: 1, withheld: -3 }, false],
    ]);
    expect(compared[1]).toMatchObject({ proactive: 10, issued: 3, issuedHidden: 1 });
  });

  it('are nothing for no years', () => {
    expect(comparedCounts([])).toEqual([]);
  });
});
