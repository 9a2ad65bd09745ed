import { columnLetters, type Table } from '../../../../core/table.ts';
import type { ItemColumns } from '../item-columns.ts';
import type { CategoryName } from './category-name.ts';
import { isBlank } from './cell-text.ts';
import { gridOf, type Grid } from './grid.ts';
import { headingOf, type ColumnKind } from './headings.ts';
import { readItem } from './item-cells.ts';
import { repetitions, withCodes, type PlacedItem } from './item-numbers.ts';
import { itemRows } from './item-rows.ts';
import { sheetColumns, type SheetColumns } from './sheet-columns.ts';
import { NOWHERE, placeAt, type SheetFault } from './sheet-fault.ts';
import { withoutTornCells } from './torn-cells.ts';

/** How one sheet was read. */
export interface SheetReading {
  readonly name: string;
  /** The last row of its header, from 1; null for a sheet without one. */
  readonly headerRow: number | null;
  readonly items: number;
  /** Which column was read as what. */
  readonly columns: readonly { readonly column: string; readonly heading: string; readonly readAs: string }[];
  /** Columns whose heading means nothing to the catalogue. */
  readonly unreadColumns: readonly { readonly column: string; readonly heading: string }[];
  /** What was taken for columns that the sheet does not have. */
  readonly assumed: readonly string[];
  /** Rows passed over: notes below the table, remarks, sums. */
  readonly passedOver: readonly { readonly row: number; readonly text: string }[];
}

/** A whole file: its items, or everything that is wrong with it. */
export interface CatalogueFile {
  readonly items: readonly FiledItem[];
  /** In the order of sheets, rows and columns; empty for a file that can be taken. */
  readonly faults: readonly SheetFault[];
  readonly sheets: readonly SheetReading[];
}

/** An item, and where each of its columns stands. */
export interface FiledItem extends PlacedItem {
  readonly columns: SheetColumns;
}

/**
 * Reads the sheets of a catalogue file. Nothing of it is to be used while there are faults.
 *
 * @param categories - the first-level headings that there are
 * @see rules C1, C5–C9
 */
export function readCatalogueFile(tables: readonly Table[], categories: readonly CategoryName[]): CatalogueFile {
  const sound = tables.filter(isFilled).map(withoutTornCells);
  const read = sound.map(({ table }) => readSheet(gridOf(table), categories));
  const coded = withCodes(read.flatMap(({ items }) => items));
  const torn = sound.flatMap((sheet) => sheet.faults);
  const tornCells = new Set(torn.map(cellOf));
  const own = [...read.flatMap((sheet) => sheet.faults), ...coded.faults, ...repetitions(coded.items)];
  const faults = [...torn, ...own.filter((fault) => !tornCells.has(cellOf(fault)))];
  if (coded.items.length === 0 && faults.length === 0)
    faults.push({ ...NOWHERE, code: 'ITEMS_MISSING', rules: ['C5'] });
  return {
    items: coded.items,
    faults: inPlaceOrder(faults, tables),
    sheets: read.map(({ reading }) => reading),
  };
}

/** The sheet's columns that a member of an item was read from; for a refusal of the finished item. */
function memberKinds(member: string): readonly ColumnKind[] {
  const kinds: Readonly<Record<string, readonly ColumnKind[]>> = {
    categoryCode: ['category'],
    title: ['subtitle', 'title'],
    audience: ['audience', 'audienceWhole', 'audienceSpecific'],
    method: ['method', 'methodProactive', 'methodOnRequest'],
    levels: ['levels', 'levelCounty', 'levelTownship'],
  };
  return kinds[member] ?? [member as ColumnKind];
}

function cellOf({ sheet, row, column }: SheetFault): string {
  return `${String(sheet)} ${String(row)} ${String(column)}`;
}

function isFilled({ rows }: Table): boolean {
  return rows.some((row) => row.some((text) => !isBlank(text)));
}

function readSheet(grid: Grid, categories: readonly CategoryName[]) {
  const { columns, faults } = sheetColumns(grid);
  if (columns === null) return { items: [], faults, reading: { ...UNREAD, name: grid.name } };
  const rows = itemRows(grid, columns, categories);
  const read = rows.items.map((each) => ({ ...readItem(grid, columns, each, rows.isShifted), row: each.rows[0] ?? 0 }));
  const items = read.map(({ item, number, row }): FiledItem => {
    const titleColumn = columns.of.get('subtitle') ?? columns.of.get('title') ?? null;
    return { item, number, row, sheet: grid.name, numberColumn: columns.of.get('code') ?? null, titleColumn, columns };
  });
  return {
    items,
    faults: [...faults, ...rows.faults, ...read.flatMap((each) => each.faults)],
    reading: { ...readingOf(grid, columns), items: items.length, passedOver: rows.passedOver },
  };
}

const UNREAD: SheetReading = {
  ...{ name: '', headerRow: null, items: 0, columns: [], unreadColumns: [], assumed: [], passedOver: [] },
};

function readingOf(grid: Grid, { header, assumed }: SheetColumns) {
  return {
    name: grid.name,
    headerRow: header.last + 1,
    columns: header.columns.map(({ kind, index, heading }) => ({
      column: columnLetters(index),
      heading,
      readAs: headingOf(kind),
    })),
    unreadColumns: header.unread.map(({ index, heading }) => ({ column: columnLetters(index), heading })),
    assumed,
  };
}

const MOST_COLUMNS = 20_000;

/** Faults in the order of sheets, rows and columns; those that lie in no place come first. */
export function inPlaceOrder(
  faults: readonly SheetFault[],
  sheets: readonly { readonly name: string }[],
): SheetFault[] {
  const order = sheets.map(({ name }) => name);
  return [...faults].sort((one, other) => placeOrder(one, order) - placeOrder(other, order));
}

/** Orders by sheet, row and column; what lies in none of them comes first. */
function placeOrder({ sheet, row, column }: SheetFault, order: readonly string[]): number {
  const letters = Array.from(column ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const sheetNumber = sheet === null ? -1 : order.indexOf(sheet);
  return (sheetNumber * 2_000_000 + (row ?? 0)) * MOST_COLUMNS + letters;
}

/** Where a refusal of the finished item lies: the cell of one of its members. */
export function placeOfMember({ sheet, row, columns }: FiledItem, member: string | undefined) {
  const kind = member === undefined ? undefined : memberKinds(member).find((one) => columns.of.has(one));
  return placeAt(sheet, row, kind === undefined ? null : (columns.of.get(kind) ?? null));
}

/** The items without their places. */
export function itemsOf({ items }: CatalogueFile): ItemColumns[] {
  return items.map(({ item }) => item);
}
