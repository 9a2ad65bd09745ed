import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters, type CellKind } from '../../../../core/table.ts';
import type { PriceKind } from '../../../../subgraphs/pricing/rules/price-row.ts';
import { cellsOf, drawnList, type DrawnList } from './drawn-lists.ts';
import { optionsFor, readList, sheetRows } from './reading.ts';
import { SEEDED_FAULTS, type SeededFault } from './seeded-faults.ts';

const CASES = SEEDED_FAULTS.flatMap((fault) => fault.kinds.map((kind) => [fault.what, kind, fault] as const));

/** Puts a fault into a row of a list: the list's rows, and the cell where it is. */
function seeded(list: DrawnList, fault: SeededFault, at: number) {
  const rows = list.rows.map((row, index) =>
    index === at ? { ...row, ...fault.beside, [fault.cell]: fault.text } : row,
  );
  const cells = cellsOf({ ...list, rows });
  const number = list.above.length + 1 + at;
  const column = list.columns.findIndex(({ cell }) => cell === fault.cell);
  const kinds = list.columns.map((_, index): CellKind => (index === column ? (fault.cellKind ?? 'TEXT') : 'TEXT'));
  const ofRow = new Map(fault.cellKind === undefined ? [] : [[number, kinds] as const]);
  return { rows: sheetRows(cells, ofRow), row: number + 1, column: columnLetters(column), hasColumn: column >= 0 };
}

function check(kind: PriceKind, fault: SeededFault): void {
  fc.assert(
    fc.property(drawnList(kind, 4), fc.nat(3), (list, at) => {
      const { rows, row, column, hasColumn } = seeded(list, fault, at);
      fc.pre(hasColumn);
      const { findings } = readList(rows, optionsFor(kind));
      const found = findings.filter(({ code }) => code === fault.code);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ row, column, sheet: '价目表' });
      expect(found[0]?.heading).toBeTruthy();
      if (fault.expected !== undefined) expect(found[0]?.expected).toBe(fault.expected);
      // Nothing is said of other rows; of this one there may be more to say.
      expect(findings.filter((finding) => finding.row !== row)).toEqual([]);
    }),
    { numRuns: 10 },
  );
}

describe('one fault in a list', () => {
  it.each(CASES)('%s, in a list of the kind %s, is found where it is', (_what, kind, fault) => {
    check(kind, fault);
  });

  it('is one of many classes', () => {
    expect(new Set(SEEDED_FAULTS.map(({ code }) => code)).size).toBeGreaterThanOrEqual(30);
  });
});
