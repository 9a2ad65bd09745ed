import { isBlank } from './cell-text.ts';
import type { CellReading } from './cell-text.ts';
import type { Grid } from './grid.ts';
import type { HeaderColumn } from './header.ts';
import type { ColumnKind } from './headings.ts';
import type { SheetColumns } from './sheet-columns.ts';
import { cellFault, placeAt, type FaultKind, type SheetFault } from './sheet-fault.ts';

/** A cell of an item, where it stands. */
export interface ItemCell {
  readonly row: number;
  readonly text: string;
}

/** Reads the cells of one item by what their columns hold, and gathers what is wrong with them. */
export interface CellReader {
  readonly faults: SheetFault[];
  /** The cells that say something of the item, without blank ones; what goes on from a row above counts once. */
  cells(kind: ColumnKind): readonly ItemCell[];
  has(kind: ColumnKind): boolean;
  /** Notes what is wrong in the column of a kind; null tells the item's first row. */
  refuse(kind: ColumnKind, row: number | null, fault: FaultKind): void;
  /** What each cell of a column reads as; what can not be read is noted, and so is a column without any cell. */
  readAll<Value>(kind: ColumnKind, expected: string, read: (text: string, row: number) => CellReading<Value>): Value[];
}

/** The reader of an item's rows. */
export function cellReader(grid: Grid, { of }: SheetColumns, rows: readonly number[]): CellReader {
  const faults: SheetFault[] = [];
  const [first = 0] = rows;
  const column = (kind: ColumnKind): HeaderColumn | null => of.get(kind) ?? null;
  const cells = (kind: ColumnKind): ItemCell[] => {
    const index = column(kind)?.index;
    if (index === undefined) return [];
    return rows
      .filter((row) => row === first || !grid.isContinued(row, index))
      .map((row) => ({ row, text: grid.text(row, index) }))
      .filter(({ text }) => !isBlank(text));
  };
  const refuse: CellReader['refuse'] = (kind, row, fault) => {
    faults.push({ ...placeAt(grid.name, row ?? first, column(kind)), ...fault });
  };
  return {
    faults,
    cells,
    refuse,
    has: (kind) => of.has(kind),
    readAll: (kind, expected, read) => {
      if (!of.has(kind)) return [];
      const found = cells(kind);
      if (found.length === 0) refuse(kind, null, cellFault(kind, '', expected));
      return found.flatMap(({ row, text }) => {
        const reading = read(text, row);
        if ('value' in reading) return [reading.value];
        refuse(kind, row, cellFault(kind, text, reading.expected));
        return [];
      });
    },
  };
}
