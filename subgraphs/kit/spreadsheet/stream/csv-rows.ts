import type { SheetRow } from '../../../../core/table.ts';
import { overLimit, type StreamLimits } from '../limits.ts';
import { RecordReader } from './record-reader.ts';

/**
 * The rows of a text of cells as it comes.
 *
 * @throws Refused for quotes that do not pair, with the line
 * @throws Fault LIMIT_EXCEEDED for too many rows or columns, or too long a row
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: string,
  limits: StreamLimits,
): AsyncGenerator<readonly SheetRow[], void, void> {
  const reader = new RecordReader(delimiter, limits.recordCharacters);
  let number = 0;
  const numbered = (cells: readonly string[]): SheetRow => {
    number += 1;
    if (number > limits.rows) throw overLimit('rows', limits.rows, 'more');
    return { number, cells: cells.length > limits.columns ? fitting(cells, limits.columns, number) : cells };
  };
  for await (const piece of text) yield reader.take(piece).map(numbered);
  yield reader.end().map(numbered);
}

/** Blank cells at the end of a row are often but the width of the sheet it was saved from. */
function fitting(cells: readonly string[], columns: number, row: number): readonly string[] {
  const width = cells.findLastIndex((cell) => cell !== '') + 1;
  if (width > columns) throw overLimit('columns', columns, `${String(width)} in row ${String(row)}`);
  return cells.slice(0, width);
}
