import type { Table } from '../../../../core/table.ts';
import { isBlank } from './cell-text.ts';

/** A sheet as people see it: every cell of merged ones shows their text. Rows and columns count from 0. */
export interface Grid {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  /** Whether no cells are merged, as in every text file. */
  readonly isFlat: boolean;
  text(row: number, column: number): string;
  /** Whether the cell is shown as part of one that begins further up. */
  isContinued(row: number, column: number): boolean;
  /** Whether two cells are shown as one. */
  areOne(row: number, column: number, other: number): boolean;
  /** The columns that have a text of their own in a row, each of merged ones once. */
  ownColumns(row: number): number[];
}

type Origin = readonly [row: number, column: number];

/** Lays out a table. Merged cells are followed only as far as there are texts. */
export function gridOf({ name, rows, merges }: Table): Grid {
  const height = rows.length;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const origins = new Map<number, Origin>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= Math.min(bottom, height - 1); row += 1) {
      for (let column = left; column <= Math.min(right, width - 1); column += 1) {
        origins.set(row * width + column, [top, left]);
      }
    }
  }
  const originOf = (row: number, column: number): Origin => origins.get(row * width + column) ?? [row, column];
  const text = (row: number, column: number): string => {
    const [top, left] = originOf(row, column);
    return rows[top]?.[left] ?? '';
  };
  return {
    ...{ name, height, width, text, isFlat: merges.length === 0 },
    isContinued: (row, column) => originOf(row, column)[0] < row,
    areOne: (row, column, other) => originOf(row, column).join() === originOf(row, other).join(),
    ownColumns: (row) =>
      Array.from({ length: width }, (_, column) => column).filter((column) => {
        const [top, left] = originOf(row, column);
        return top === row && left === column && !isBlank(text(row, column));
      }),
  };
}
