import { HucreError } from 'hucre';
import { readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import { columnLetters, type MergedCells, type Table } from '../../../core/table.ts';
import { overLimit, type SpreadsheetLimits } from './limits.ts';
import { notOverlapping } from './merges.ts';
import { unpackedBytes } from './packed-size.ts';
import { unreadable } from './unreadable.ts';

/**
 * Reads the sheets of an Office Open XML workbook; hidden ones are left out. Of a formula the value is read that the
 * program saved with it; days come as `YYYY-MM-DD`.
 *
 * @throws Refused for a workbook that is damaged or locked by a password
 * @throws Fault LIMIT_EXCEEDED for one too large, before it is unpacked
 */
export async function readWorkbook(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Table[]> {
  const unpacked = unpackedBytes(bytes);
  if (unpacked > limits.unpackedBytes) throw overLimit('bytes once unpacked', limits.unpackedBytes, unpacked);
  const sheets = await sheetsOf(bytes, limits);
  if (sheets.length > limits.sheets) throw overLimit('sheets', limits.sheets, sheets.length);
  return sheets.map((sheet) => tableOf(sheet, limits));
}

async function sheetsOf(bytes: Uint8Array, { rows, columns }: SpreadsheetLimits): Promise<readonly Sheet[]> {
  try {
    const isShown = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }): boolean =>
      hidden !== true && veryHidden !== true;
    // One row and one column more than are taken, to see that there are too many; a cell that was merely formatted at the
    // end of a sheet would else cost a million rows of memory.
    const range = `A1:${columnLetters(columns)}${String(rows + 1)}`;
    return (await readXlsx(bytes, { sheets: isShown, range })).sheets;
  } catch (error) {
    if (!(error instanceof HucreError)) throw error;
    throw unreadable('完整的 .xlsx 文件', `无法打开的工作簿（${error.message.slice(0, 200)}）`);
  }
}

function tableOf({ name, rows, merges = [] }: Sheet, limits: SpreadsheetLimits): Table {
  const cells = rows.map((row) => withoutBlankEnd(row.map(textOf)));
  while (cells.at(-1)?.length === 0) cells.pop();
  if (cells.length > limits.rows) throw overLimit('rows', limits.rows, 'more');
  const widest = cells.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest > limits.columns) throw overLimit('columns', limits.columns, widest);
  return { name, rows: cells, merges: notOverlapping(merges.map(mergedCells), cells.length, widest) };
}

function withoutBlankEnd(row: readonly string[]): readonly string[] {
  const last = row.findLastIndex((text) => text !== '');
  return row.slice(0, last + 1);
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

function mergedCells({ startRow, startCol, endRow, endCol }: NonNullable<Sheet['merges']>[number]): MergedCells {
  return { top: startRow, left: startCol, bottom: endRow, right: endCol };
}
