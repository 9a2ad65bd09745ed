import type { Table } from '../../../core/table.ts';
import { decodeText } from './decode-text.ts';
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

/** How kinds of files that are not taken begin. */
const OTHER_KINDS: readonly (readonly [signature: readonly number[], kind: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], '.xls、.et 等旧格式，或有密码的工作簿'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF 文件'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR 压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z 压缩包'],
  [[0x1f, 0x8b], 'gzip 压缩包'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG 图片'],
  [[0xff, 0xd8, 0xff], 'JPEG 图片'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF 文件'],
];
const ARCHIVE = [0x50, 0x4b];
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
  if (begins(bytes, ARCHIVE)) return { format: 'xlsx', tables: await readWorkbook(bytes, limits) };
  const other = OTHER_KINDS.find(([signature]) => begins(bytes, signature));
  if (other !== undefined) throw unreadable(EXPECTED, other[1]);
  const { text } = decodeText(bytes);
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text)) throw unreadable(EXPECTED, '网页或 XML 文件');
  return { format: 'csv', tables: [readCsv(text, nameOf(fileName), limits)] };
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function nameOf(fileName: string | null): string {
  const name = (fileName ?? '').replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return name === '' ? 'CSV' : name.slice(0, 100);
}
