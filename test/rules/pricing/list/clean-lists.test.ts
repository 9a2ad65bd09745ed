import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRICE_KINDS } from '../../../../subgraphs/pricing/rules/price-row.ts';
import { cellsOf, drawnList } from './drawn-lists.ts';
import { readTexts } from './reading.ts';

describe.each(PRICE_KINDS)('a list of the kind %s that nothing is wrong with', (kind) => {
  it('is read without a single finding, whatever its columns are called and however they are ordered', () => {
    fc.assert(
      fc.property(drawnList(kind, 3), (list) => {
        const { prices, findings } = readTexts(cellsOf(list), kind);
        expect(findings).toEqual([]);
        expect(prices.map(({ price }) => price.name)).toEqual(list.rows.map(({ name }) => name));
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same prices in any order of its columns and under any headings', () => {
    fc.assert(
      fc.property(drawnList(kind, 2), fc.infiniteStream(fc.nat()), (list, chance) => {
        const order = [...list.columns].map((column) => [chance.next().value as number, column] as const);
        const columns = order.sort(([one], [other]) => one - other).map(([, column]) => column);
        const priced = (rows: string[][]) => readTexts(rows, kind).prices.map(({ price }) => price);
        const bare = { ...list, above: [] };
        expect(priced(cellsOf({ ...list, columns }))).toEqual(priced(cellsOf(bare)));
      }),
      { numRuns: 100 },
    );
  });
});
