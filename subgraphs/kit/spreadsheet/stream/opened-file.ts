import type { MergedCells, SheetRow } from '../../../../core/table.ts';
import type { TextEncoding } from '../decode-text.ts';

/** A sheet that is read as it comes. */
export interface OpenedSheet {
  /** Null for a text file, which has none. */
  readonly name: string | null;
  /** Those that begin within its first 60 rows, where a header is. */
  readonly merges: readonly MergedCells[];
  /** Its rows in order, up to 1,000 at once, from the first whenever they are asked for. Of a workbook, rows without any content are passed over. */
  readonly rows: AsyncIterable<readonly SheetRow[]>;
}

/** What a file was found to be. */
export interface OpenedFile {
  readonly format: 'xlsx' | 'csv' | 'json';
  /** Whether it came as `.gz`. */
  readonly isCompressed: boolean;
  /** Of a text. */
  readonly encoding: TextEncoding | null;
  /** Of a text of cells. */
  readonly delimiter: string | null;
  /** The sheets that are shown, in their order; none of JSON. */
  sheets(): AsyncIterable<OpenedSheet>;
  /** A text as it stands in the file, piece by piece, without its byte order mark; nothing of a workbook. */
  text(): AsyncIterable<string>;
}
