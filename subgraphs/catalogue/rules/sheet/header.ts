import type { Grid } from './grid.ts';
import { columnKind, type ColumnKind } from './headings.ts';
import { isBlank, oneLine } from './cell-text.ts';

/** One column of a sheet that is read. */
export interface HeaderColumn {
  readonly kind: ColumnKind;
  /** From 0. */
  readonly index: number;
  /** As it stands in the sheet. */
  readonly heading: string;
}

/** Where a sheet says what its columns hold. */
export interface Header {
  /** Its first and last row, from 0. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly HeaderColumn[];
  /** Columns that mean what an earlier one means. */
  readonly repeated: readonly HeaderColumn[];
  /** Columns with a heading that means nothing here, such as 咨询电话. */
  readonly unread: readonly Omit<HeaderColumn, 'kind'>[];
}

/** A header stands in one of the first rows, under titles and remarks, and takes at most so many. */
const SEARCHED_ROWS = 100;
const MOST_ROWS = 3;
/** A row that names so many columns is a header. */
const LEAST_COLUMNS = 3;

/** Finds a sheet's header by its words; null when no row names enough columns. */
export function findHeader(grid: Grid): Header | null {
  const rows = Array.from({ length: Math.min(grid.height, SEARCHED_ROWS) }, (_, row) => row);
  const first = rows.find((row) => kindsIn(grid, row).size >= LEAST_COLUMNS);
  if (first === undefined) return null;
  let last = first;
  while (last + 1 < Math.min(grid.height, first + MOST_ROWS) && isHeading(grid, last + 1)) last += 1;
  return headerOf(grid, first, last);
}

/** Whether all that stands in a row are headings, as in a header's second row, or one repeated on each page. */
export function isHeading(grid: Grid, row: number): boolean {
  const own = grid.ownColumns(row);
  return own.length > 1 && own.every((column) => columnKind(grid.text(row, column)) !== null);
}

function kindsIn(grid: Grid, row: number): Set<ColumnKind> {
  return new Set(grid.ownColumns(row).flatMap((column) => columnKind(grid.text(row, column)) ?? []));
}

function headerOf(grid: Grid, first: number, last: number): Header {
  const columns: HeaderColumn[] = [];
  const repeated: HeaderColumn[] = [];
  const unread: Omit<HeaderColumn, 'kind'>[] = [];
  for (let index = 0; index < grid.width; index += 1) {
    const { kind, heading } = columnAt(grid, index, [first, last]);
    if (kind === null) {
      if (!isBlank(heading)) unread.push({ index, heading });
      continue;
    }
    const known = columns.find((column) => column.kind === kind);
    if (known === undefined) columns.push({ kind, index, heading });
    else if (!grid.areOne(last, index, known.index)) repeated.push({ kind, index, heading });
  }
  return { first, last, columns, repeated, unread };
}

/** The lowest heading that means something, with those above it. */
function columnAt(grid: Grid, column: number, [first, last]: readonly [number, number]) {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const text = oneLine(grid.text(row, column));
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  const kind = texts.toReversed().reduce<ColumnKind | null>((found, text) => found ?? columnKind(text), null);
  return { kind, heading: texts.join(' / ') };
}
