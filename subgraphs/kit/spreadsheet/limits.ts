import { Fault } from '../../../core/fault.ts';

/** How much of a spreadsheet is read at most. */
export interface SpreadsheetLimits {
  /** Bytes of the file's parts once unpacked. */
  readonly unpackedBytes: number;
  /** Rows of one sheet, blank ones between others included. */
  readonly rows: number;
  /** Columns of one sheet. */
  readonly columns: number;
  /** Sheets of one file. */
  readonly sheets: number;
}

/** A limit that a file passes. */
export function overLimit(what: string, maximum: number, got: number | string): Fault {
  return new Fault('LIMIT_EXCEEDED', `Expected at most ${String(maximum)} ${what}, got ${String(got)}.`, {
    limit: what,
    maximum,
  });
}

/** How much is read at most of a file that is read as it comes. */
export interface StreamLimits extends SpreadsheetLimits {
  /** Characters of one line of a text file, or of one row of it where its cells hold line breaks. */
  readonly recordCharacters: number;
  /** Bytes of the texts that the cells of a workbook share: what must be kept in memory of it. */
  readonly sharedTextBytes: number;
}
