import type { Table } from '../../../core/table.ts';
import { csvRecords, delimiterOf, unmarked } from './csv-records.ts';
import { overLimit, type SpreadsheetLimits } from './limits.ts';

/**
 * Reads a text file of cells divided by commas, tabs, semicolons or bars. Quoted cells may hold line breaks; a row is counted
 * as spreadsheet programs count it.
 *
 * @throws Refused for quotes that do not close, with the line
 * @throws Fault LIMIT_EXCEEDED for too many rows or columns
 */
export function readCsv(text: string, name: string, limits: SpreadsheetLimits): Table {
  const rows = csvRecords(text, delimiterOf(text), limits.rows + 1);
  if (rows.length > limits.rows) throw overLimit('rows', limits.rows, 'more');
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest > limits.columns) throw overLimit('columns', limits.columns, widest);
  return { name, rows: rows.map((row) => row.map(unmarked)), merges: [] };
}
