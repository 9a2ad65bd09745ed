import { CsvError, parse } from 'csv-parse/sync';
import { unreadable } from './unreadable.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** So much of a file tells by what its cells are divided. */
export const SAMPLE_CHARACTERS = 65_536;

/** The sign that stands most often outside of quotes at the beginning of a text; a comma when none does. */
export function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replaceAll(/"[^"]*"?/g, '');
  const counts = DELIMITERS.map((sign) => sample.split(sign).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * The records of a text of cells, blank ones as one blank cell. Lines may end in any way, and in several.
 *
 * @param to - how many are read at most
 * @param linesBefore - lines of the file before this text
 * @throws Refused for quotes that do not pair, with the line
 */
export function csvRecords(text: string, delimiter: string, to = -1, linesBefore = 0): string[][] {
  try {
    return parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, to });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `第 ${String(linesBefore + error['lines'])} 行` : '某一行';
    throw unreadable('引号成对的 .csv 文件', `${line}的引号不成对`);
  }
}

/** Takes away the mark by which a text that looks like a formula is written. */
export function unmarked(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
