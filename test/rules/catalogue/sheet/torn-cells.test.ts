import { describe, expect, it } from 'vitest';
import { withoutTornCells } from '../../../../subgraphs/catalogue/rules/sheet/torn-cells.ts';

const tableOf = (...rows: string[][]) => ({ name: '目录', rows, merges: [] });

describe('cells that hold no text', () => {
  it.each(['a\u0000b', '\ud800', 'x\udc00', '#DIV/0!', '#N/A'])(
    '%j are told with their place and read as blank',
    (text) => {
      const { table, faults } = withoutTornCells(tableOf(['题'], ['甲', text]));
      expect(table.rows).toEqual([['题'], ['甲', '']]);
      expect(faults).toMatchObject([{ sheet: '目录', row: 2, column: 'B', code: 'CELL_NOT_UNDERSTOOD' }]);
      expect(faults[0]?.got?.isWellFormed()).toBe(true);
    },
  );

  it('are none among ordinary texts, also beyond the basic plane', () => {
    const table = tableOf(['#1', '𠮷'], ['', 'a\nb']);
    expect(withoutTornCells(table)).toEqual({ table, faults: [] });
  });
});
