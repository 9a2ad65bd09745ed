import { describe, expect, it } from 'vitest';
import type { FiledItem } from '../../../../subgraphs/catalogue/rules/sheet/catalogue-file.ts';
import { furtherFaults } from '../../../../subgraphs/catalogue/rules/sheet/further-faults.ts';
import { NOWHERE, type SheetFault } from '../../../../subgraphs/catalogue/rules/sheet/sheet-fault.ts';

const COLUMNS = [
  { kind: 'code', index: 0, heading: '序号' },
  { kind: 'category', index: 1, heading: '一级事项' },
  { kind: 'subtitle', index: 2, heading: '二级事项' },
  { kind: 'timeLimits', index: 5, heading: '公开时限' },
] as const;
const ITEMS = [{ sheet: '目录', columns: { header: { columns: COLUMNS } } }] as unknown as readonly FiledItem[];
const at = (
  row: number | null,
  column: string | null,
  code: SheetFault['code'] = 'CELL_NOT_UNDERSTOOD',
): SheetFault => ({
  ...NOWHERE,
  sheet: row === null ? null : '目录',
  row,
  column,
  code,
});
const LACKING = at(null, null, 'ITEM_LACKING');

describe('beside the faults of cells', () => {
  it('stands what is weaker in other cells, and not in the torn ones', () => {
    const further = [at(5, 'F', 'ITEM_WEAKENED'), at(6, 'F', 'ITEM_WEAKENED'), at(7, null, 'ITEM_WEAKENED')];
    expect(furtherFaults(ITEMS, [at(5, 'F')], further)).toEqual([at(6, 'F', 'ITEM_WEAKENED')]);
  });

  it.each([
    ['a time limit', at(5, 'F'), [LACKING]],
    ['a number', at(5, 'A'), [LACKING]],
    ['a title', at(5, 'C'), []],
    ['a heading', at(5, 'B'), []],
    ['a whole sheet', at(1, null, 'SHEET_WITHOUT_HEADER'), []],
  ])('stands what is lacking as long as it is known although %s can not be read', (_case, fault, expected) => {
    expect(furtherFaults(ITEMS, [fault], [LACKING])).toEqual(expected);
  });

  it('stands what is wrong with the edition, but not that it is empty', () => {
    const further = [at(null, null, 'EDITION_OPEN'), at(null, null, 'VALUE_MISSING')];
    expect(furtherFaults(ITEMS, [at(5, 'F')], further)).toEqual([at(null, null, 'EDITION_OPEN')]);
  });
});
