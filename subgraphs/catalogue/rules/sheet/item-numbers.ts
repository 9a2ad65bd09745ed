import { columnLetters } from '../../../../core/table.ts';
import { isCodeOf } from '../item-code.ts';
import type { ItemColumns } from '../item-columns.ts';
import { folded } from './cell-text.ts';
import type { HeaderColumn } from './header.ts';
import { placeAt, type SheetFault } from './sheet-fault.ts';

/** An item with where it stands in the file. */
export interface PlacedItem {
  readonly item: ItemColumns;
  readonly number: string;
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly numberColumn: HeaderColumn | null;
  readonly titleColumn: HeaderColumn | null;
}

/**
 * Gives the items their codes. Numbers are codes (0101: the category's two digits and two more) when at least half of
 * the file's items have such a one; else they only count rows, and the hub numbers the items itself. A program that
 * took 0101 for the number 101 is forgiven.
 */
export function withCodes<Item extends PlacedItem>(items: readonly Item[]): { items: Item[]; faults: SheetFault[] } {
  const codes = items.map(codeOf);
  const areCodes = codes.filter((code) => code !== null).length * 2 >= items.length;
  if (!areCodes) return { items: [...items], faults: [] };
  const faults = items.flatMap(({ sheet, row, number, numberColumn, item }, index): SheetFault[] => {
    if (codes[index] !== null || number === '' || item.categoryCode === '') return [];
    const expected = `以类别编码 ${item.categoryCode} 开头的四位编号，如 ${item.categoryCode}01`;
    const place = placeAt(sheet, row, numberColumn);
    return [{ ...place, code: 'CELL_NOT_UNDERSTOOD', expected, got: number.slice(0, 40), rules: ['C5'] }];
  });
  return {
    items: items.map((item, index) => ({ ...item, item: { ...item.item, code: codes[index] ?? null } })),
    faults,
  };
}

/** The faults of items that stand in the file twice: with the same code, or the same title within a category. */
export function repetitions(items: readonly PlacedItem[]): SheetFault[] {
  const seen = new Map<string, PlacedItem>();
  const faults: SheetFault[] = [];
  for (const placed of items) {
    const { item, sheet, row, titleColumn, numberColumn } = placed;
    const keys = [
      {
        key: item.title === '' ? null : `${item.categoryCode} ${folded(item.title)}`,
        column: titleColumn,
        got: item.title,
      },
      { key: item.code, column: numberColumn, got: item.code ?? '' },
    ];
    for (const { key, column, got } of keys) {
      if (key === null) continue;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, placed);
      else {
        const place = placeAt(sheet, row, column);
        faults.push({ ...place, code: 'ITEM_REPEATED', expected: placeWords(earlier, column), got, rules: ['C1'] });
      }
    }
  }
  return faults;
}

function placeWords({ sheet, row }: PlacedItem, column: HeaderColumn | null): string {
  return `「${sheet}」${column === null ? '' : columnLetters(column.index)}${String(row + 1)}`;
}

function codeOf({ item: { categoryCode }, number }: PlacedItem): string | null {
  const text = number.normalize('NFKC').trim();
  const found = [text, `0${text}`].find((code) => isCodeOf(categoryCode, code));
  return categoryCode === '' ? null : (found ?? null);
}
