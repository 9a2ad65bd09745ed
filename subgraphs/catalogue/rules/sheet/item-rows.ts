import { categoryNamed, type CategoryName } from './category-name.ts';
import { clipped, isBlank, oneLine } from './cell-text.ts';
import type { Grid } from './grid.ts';
import { headingOf } from './headings.ts';
import { rowRole } from './row-roles.ts';
import type { SheetColumns } from './sheet-columns.ts';
import { placeAt, type SheetFault } from './sheet-fault.ts';

/** The rows of one item, and the first-level heading it stands under. */
export interface ItemRows {
  /** From 0; the first has the title. */
  readonly rows: readonly number[];
  /** Null when it could not be told; a fault says so. */
  readonly category: CategoryName | null;
}

/** What stands below a sheet's header. */
export interface SheetRows {
  readonly items: readonly ItemRows[];
  readonly faults: readonly SheetFault[];
  /** Rows that were passed over though something stands in them, with their text. */
  readonly passedOver: readonly { readonly row: number; readonly text: string }[];
  /** Whether the second level names the categories and the third the items. */
  readonly isShifted: boolean;
}

/**
 * Divides what stands below the header into items. A first-level heading holds for the rows below it until the next:
 * merged over them, written once, on a row of its own, or as the name of the sheet.
 *
 * @see rules C1, C5
 */
export function itemRows(grid: Grid, columns: SheetColumns, categories: readonly CategoryName[]): SheetRows {
  const { of, header } = columns;
  const isShifted = isLevelShifted(grid, columns, categories);
  const column = (isShifted ? of.get('title') : of.get('category')) ?? null;
  const items: { rows: number[]; category: CategoryName | null }[] = [];
  const faults: SheetFault[] = [];
  const passedOver: { row: number; text: string }[] = [];
  let current = categoryNamed(grid.name, categories);
  let isUnknown = false;
  const name = (text: string, row: number): void => {
    current = categoryNamed(text, categories);
    isUnknown = current === null;
    if (isUnknown) faults.push({ ...placeAt(grid.name, row, column), ...unknown(text, categories) });
  };
  for (let row = header.last + 1; row < grid.height; row += 1) {
    const role = rowRole(grid, row, columns);
    const texts = grid.ownColumns(row).map((index) => oneLine(grid.text(row, index)));
    if (column !== null && role !== 'heading' && role !== 'note' && grid.ownColumns(row).includes(column.index)) {
      if (role !== 'section' || !grid.areOne(row, column.index, column.index + 2))
        name(grid.text(row, column.index), row);
      if (role === 'section' && current !== null) continue;
    }
    if (role === 'continuation' && items.length > 0) items.at(-1)?.rows.push(row);
    else if (role === 'item' || role === 'continuation') {
      if (current === null && !isUnknown && column !== null) faults.push(withoutCategory(grid, row, column));
      items.push({ rows: [row], category: current });
    } else if (role === 'section' && categoryNamed(texts.join(''), categories) !== null) name(texts.join(''), row);
    else if (role === 'note' || role === 'section') passedOver.push({ row: row + 1, text: clipped(texts.join(' ')) });
  }
  if (column === null && items.some(({ category }) => category === null)) {
    const place = placeAt(grid.name, header.last, null);
    faults.push({ ...place, code: 'COLUMN_MISSING', expected: headingOf('category'), rules: ['C5'] });
  }
  return { items, faults, passedOver, isShifted };
}

/** In layouts of three levels whose first is the whole field (医疗卫生), the second names the categories. */
function isLevelShifted(grid: Grid, { of, header }: SheetColumns, categories: readonly CategoryName[]): boolean {
  const [first, second] = [of.get('category')?.index, of.get('title')?.index];
  if (!of.has('subtitle') || second === undefined) return false;
  const names = (index: number | undefined): boolean => {
    for (let row = header.last + 1; index !== undefined && row < grid.height; row += 1) {
      const text = grid.text(row, index);
      if (!isBlank(text) && categoryNamed(text, categories) !== null) return true;
    }
    return false;
  };
  return !names(first) && names(second);
}

function unknown(text: string, categories: readonly CategoryName[]) {
  const expected = categories.map(({ name }) => name).join('、');
  return { code: 'CATEGORY_UNKNOWN' as const, expected, got: clipped(text), rules: ['C1'] };
}

function withoutCategory(grid: Grid, row: number, column: Parameters<typeof placeAt>[2]): SheetFault {
  const expected = headingOf('category');
  return { ...placeAt(grid.name, row, column), code: 'VALUE_MISSING', expected, rules: ['C5'] };
}
