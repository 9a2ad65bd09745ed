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
 * @param text - whole records; a last one that is not whole must be the only one
 * @param line - in which it begins
 * @throws Refused for quotes that do not pair, with the line
 */
export function csvRecords(text: string, delimiter: string, line: number): string[][] {
  try {
    return parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Of a quote that does not close the parser tells where the text ends.
    const within = error.code === 'CSV_QUOTE_NOT_CLOSED' || typeof error['lines'] !== 'number' ? 1 : error['lines'];
    throw unreadable('引号成对的 .csv 文件', `第 ${String(line + within - 1)} 行的引号不成对`);
  }
}
