import { categoryNamed, type CategoryName } from './category-name.ts';
import { clipped, isBlank, oneLine } from './cell-text.ts';
import type { Grid } from './grid.ts';
import type { HeaderColumn } from './header.ts';
import { headingOf } from './headings.ts';
import { rowRole, type RowRole } from './row-roles.ts';
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
  /** Rows that were passed over though something stands in them (from 1), with their text. */
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
  const isShifted = isLevelShifted(grid, columns, categories);
  const column = (isShifted ? columns.of.get('title') : columns.of.get('category')) ?? null;
  const items: { rows: number[]; category: CategoryName | null }[] = [];
  const faults: SheetFault[] = [];
  const passedOver: { row: number; text: string }[] = [];
  let standing: Standing = { category: categoryNamed(grid.name, categories), isFaulty: false };
  for (let row = columns.header.last + 1; row < grid.height; row += 1) {
    const isNamed = grid.ownColumns(row).length === 1 && categoryNamed(textOf(grid, row), categories) !== null;
    const role = isNamed ? 'section' : rowRole(grid, row, columns);
    const heading = headingIn(grid, row, { role, column }, categories);
    if (heading !== null) {
      standing = { category: categoryNamed(heading, categories), isFaulty: false };
      if (standing.category === null) {
        standing = { category: null, isFaulty: true };
        faults.push({ ...placeAt(grid.name, row, column), ...unknown(heading, categories) });
      }
    }
    if (role === 'continuation' && items.length > 0) items.at(-1)?.rows.push(row);
    else if (role === 'item' || role === 'continuation') {
      if (standing.category === null && !standing.isFaulty && column !== null) {
        faults.push({ ...placeAt(grid.name, row, column), ...without() });
      }
      items.push({ rows: [row], category: standing.category });
    } else if (heading === null && (role === 'note' || role === 'section')) {
      passedOver.push({ row: row + 1, text: clipped(textOf(grid, row)) });
    }
  }
  if (column === null && items.some(({ category }) => category === null)) {
    const place = placeAt(grid.name, columns.header.last, null);
    faults.push({ ...place, code: 'COLUMN_MISSING', expected: headingOf('category'), rules: ['C5'] });
  }
  return { items, faults, passedOver, isShifted };
}

/** The heading that holds at a row; a faulty one has been told of where it stands. */
interface Standing {
  readonly category: CategoryName | null;
  readonly isFaulty: boolean;
}

interface RowKind {
  readonly role: RowRole;
  readonly column: HeaderColumn | null;
}

/** The first-level heading that begins at a row: in its own column, or as all that stands in the row. */
function headingIn(
  grid: Grid,
  row: number,
  { role, column }: RowKind,
  categories: readonly CategoryName[],
): string | null {
  if (role === 'section') {
    const text = textOf(grid, row);
    const isWide = column === null || grid.areOne(row, column.index, column.index + 1);
    const isOwn = !isWide && grid.ownColumns(row).includes(column.index);
    return isOwn || categoryNamed(text, categories) !== null ? text : null;
  }
  if (column === null || (role !== 'item' && role !== 'continuation')) return null;
  return grid.ownColumns(row).includes(column.index) ? grid.text(row, column.index) : null;
}

function textOf(grid: Grid, row: number): string {
  return grid
    .ownColumns(row)
    .map((index) => oneLine(grid.text(row, index)))
    .join(' ');
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

function without() {
  return { code: 'VALUE_MISSING' as const, expected: headingOf('category'), rules: ['C5'] };
}
