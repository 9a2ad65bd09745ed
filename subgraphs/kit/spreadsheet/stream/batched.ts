import type { SheetRow } from '../../../../core/table.ts';

const ROWS = 1000;

/** Rows in batches worth a round of work, whatever pieces they come in. */
export async function* batched(
  pieces: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SheetRow[], void, void> {
  let waiting: SheetRow[] = [];
  for await (const piece of pieces) {
    for (const row of piece) {
      waiting.push(row);
      if (waiting.length < ROWS) continue;
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) yield waiting;
}
