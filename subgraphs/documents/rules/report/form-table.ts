import type { MergedCells } from '../../../../core/table.ts';

/** A cell of a printed form. */
export interface FormCell {
  readonly text: string;
  /** It names what stands beside or below it. */
  readonly isHeading: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** A table of a printed form, as it is drawn: each row holds the cells that begin in it. */
export interface FormTable {
  readonly title: string;
  readonly rows: readonly (readonly FormCell[])[];
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** How many rows at the top name the columns. */
  readonly headerRows: number;
}

/** A cell that names something, over so many columns and rows. */
export function heading(text: string, columns = 1, rows = 1): FormCell {
  return { text, isHeading: true, columns, rows };
}

/** A cell with a number or a text; empty for none. */
export function value(content: number | string | null | undefined, columns = 1): FormCell {
  return { text: content == null ? '' : String(content), isHeading: false, columns, rows: 1 };
}

/** A form as a spreadsheet holds it: a text for every place, what is merged, and which places are headings. */
export interface FormGrid {
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly MergedCells[];
  /** Places `row,column` counted from 0. */
  readonly headings: ReadonlySet<string>;
}

/** Lays the cells of a form out in a grid; a cell takes the first free place of its row. */
export function gridOf({ rows, widths }: Pick<FormTable, 'rows' | 'widths'>, firstRow = 0): FormGrid {
  const texts = new Map<string, string>();
  const merges: MergedCells[] = [];
  const headings = new Set<string>();
  rows.forEach((cells, index) => {
    const top = firstRow + index;
    let left = 0;
    for (const cell of cells) {
      while (texts.has(`${String(top)},${String(left)}`)) left += 1;
      for (let row = top; row < top + cell.rows; row += 1) {
        for (let column = left; column < left + cell.columns; column += 1) {
          const place = `${String(row)},${String(column)}`;
          texts.set(place, row === top && column === left ? cell.text : '');
          if (cell.isHeading) headings.add(place);
        }
      }
      const [bottom, right] = [top + cell.rows - 1, left + cell.columns - 1];
      if (bottom > top || right > left) merges.push({ top, left, bottom, right });
    }
  });
  const grid = rows.map((_cells, row) =>
    widths.map((_width, column) => texts.get(`${String(firstRow + row)},${String(column)}`) ?? ''),
  );
  return { rows: grid, merges, headings };
}
