import type { FindingCode } from './finding-codes.ts';

/** Where in a file something was found. */
export interface FilePlace {
  /** The name of the sheet; null for a file that has none. */
  readonly sheet: string | null;
  /** As spreadsheet programs count, from 1; null when it lies in no single row. */
  readonly row: number | null;
  /** The letters of the column; null when it lies in no single cell. */
  readonly column: string | null;
  /** What stands above the column; of a JSON file the path of the value. */
  readonly heading: string | null;
}

/** One thing that is wrong, or likely to be, in a price list; its code says how bad it is, by which rules, and how to mend it. */
export interface Finding extends FilePlace {
  readonly code: FindingCode;
  readonly got: string | null;
  readonly expected: string | null;
}
