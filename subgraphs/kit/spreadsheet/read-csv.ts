import type { Table } from '../../../core/table.ts';
import { delimiterOf } from './delimiter.ts';
import { overLimit, type SpreadsheetLimits } from './limits.ts';
import { RecordReader } from './stream/record-reader.ts';

/**
 * Reads a text file of cells divided by commas, tabs, semicolons or bars. Quoted cells may hold line breaks; a row is counted
 * as spreadsheet programs count it.
 *
 * @throws Refused for quotes that do not close, with the line
 * @throws Fault LIMIT_EXCEEDED for too many rows or columns
 */
export function readCsv(text: string, name: string, limits: SpreadsheetLimits): Table {
  const reader = new RecordReader(delimiterOf(text), text.length);
  const rows = [...reader.take(text), ...reader.end()];
  if (rows.length > limits.rows) throw overLimit('rows', limits.rows, 'more');
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest > limits.columns) throw overLimit('columns', limits.columns, widest);
  return { name, rows, merges: [] };
}
