import type { Table } from '../../../core/table.ts';
import { decodeText } from './decode-text.ts';
import { fileKind, isMarkup } from './file-kind.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-xlsx.ts';
import { unreadable } from './unreadable.ts';

/** What a file was read as. */
export type SpreadsheetFormat = 'xlsx' | 'csv';

/** What a file holds. */
export interface Spreadsheet {
  readonly format: SpreadsheetFormat;
  /** The sheets that are shown, in their order. */
  readonly tables: readonly Table[];
}

const EXPECTED = '.xlsx 或 .csv 文件';

/**
 * Reads the bytes of an `.xlsx` or `.csv` file; what it is, its bytes tell and not its name.
 *
 * @param fileName - gives the table of a text file its name
 * @throws Refused with the code FILE_UNREADABLE: another kind of file, a damaged one, an unknown encoding
 * @throws Fault LIMIT_EXCEEDED
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  fileName: string | null,
  limits: SpreadsheetLimits,
): Promise<Spreadsheet> {
  if (bytes.length === 0) throw unreadable(EXPECTED, '空文件');
  const kind = fileKind(bytes);
  if (kind === 'ARCHIVE') return { format: 'xlsx', tables: await readWorkbook(bytes, limits) };
  if (kind !== 'TEXT') throw unreadable(EXPECTED, kind === 'GZIP' ? 'gzip 压缩包' : kind.other);
  const { text } = decodeText(bytes);
  if (isMarkup(text)) throw unreadable(EXPECTED, '网页或 XML 文件');
  return { format: 'csv', tables: [readCsv(text, nameOf(fileName), limits)] };
}

function nameOf(fileName: string | null): string {
  const name = (fileName ?? '').replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return name === '' ? 'CSV' : name.slice(0, 100);
}
