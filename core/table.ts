/** Cells of a sheet that are shown as one; rows and columns counted from 0, all four ends within it. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet of a spreadsheet as text, whichever file it came from. */
export interface Table {
  /** The name on the sheet's tab; of a text file the file's name without its ending. */
  readonly name: string;
  /** Cells row by row from the top left corner, A1; rows may be of different lengths, blank cells are empty texts. */
  readonly rows: readonly (readonly string[])[];
  /** Only the top left cell of merged cells has a text. */
  readonly merges: readonly MergedCells[];
}

/** What a cell of a workbook holds; a text file has texts alone. */
export type CellKind = 'TEXT' | 'NUMBER' | 'DATE' | 'BOOLEAN' | 'FORMULA' | 'ERROR';

/** One row of a sheet that is read as it comes. */
export interface SheetRow {
  /** As spreadsheet programs count: from 1, blank rows included, a row with a line break in a cell being one. */
  readonly number: number;
  /** As texts; a number as the program shows it without a format, a day as `YYYY-MM-DD`. Of a formula the value saved with it. */
  readonly cells: readonly string[];
  /** What each cell holds; left out when all of them are texts. Of FORMULA the text is blank when no value was saved. */
  readonly kinds?: readonly CellKind[];
}

/**
 * The letters by which a spreadsheet calls a column.
 *
 * @param index - from 0, for A
 */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
