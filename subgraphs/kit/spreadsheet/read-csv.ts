import { CsvError, parse } from 'csv-parse/sync';
import type { Table } from '../../../core/table.ts';
import { overLimit, type SpreadsheetLimits } from './limits.ts';
import { unreadable } from './unreadable.ts';

const DELIMITERS = [',', '\t', ';'] as const;
/** So much of a file tells by what its cells are divided. */
const SAMPLE_CHARACTERS = 65_536;

/**
 * Reads a text file of cells divided by commas, tabs or semicolons. Quoted cells may hold line breaks; a row is counted
 * as spreadsheet programs count it.
 *
 * @throws Refused for quotes that do not close, with the line
 * @throws Fault LIMIT_EXCEEDED for too many rows or columns
 */
export function readCsv(text: string, name: string, limits: SpreadsheetLimits): Table {
  const rows = records(text, delimiterOf(text), limits.rows + 1);
  if (rows.length > limits.rows) throw overLimit('rows', limits.rows, 'more');
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest > limits.columns) throw overLimit('columns', limits.columns, widest);
  return { name, rows: rows.map((row) => row.map(unmarked)), merges: [] };
}

/** Takes away the mark by which a text that looks like a formula is written. */
function unmarked(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function records(text: string, delimiter: string, to: number): string[][] {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: false, to });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `第 ${String(error['lines'])} 行` : '某一行';
    throw unreadable('引号成对的 .csv 文件', `${line}的引号不成对`);
  }
}

/** The sign that stands most often outside of quotes; a comma when none does. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replaceAll(/"[^"]*"?/g, '');
  const counts = DELIMITERS.map((sign) => sample.split(sign).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
