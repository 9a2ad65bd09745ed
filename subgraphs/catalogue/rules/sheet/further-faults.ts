import { columnLetters } from '../../../../core/table.ts';
import type { FiledItem } from './catalogue-file.ts';
import type { SheetFault } from './sheet-fault.ts';

/**
 * Of what the finished items are refused for, what is a fault of its own beside the faults of the cells. A cell that could
 * not be read says nothing more; and as long as a title or a heading could not be read, nobody knows what is lacking.
 *
 * @param faults - of the cells
 * @param further - what the items would be refused for, in their cells
 */
export function furtherFaults(
  items: readonly FiledItem[],
  faults: readonly SheetFault[],
  further: readonly SheetFault[],
): SheetFault[] {
  const torn = new Set(faults.map(cellOf));
  const naming = new Set(items.flatMap(namingColumns));
  const isNamingSure = faults.every(
    ({ sheet, column }) => column !== null && !naming.has(`${String(sheet)} ${column}`),
  );
  return further.filter((fault) => {
    if (fault.code === 'ITEM_LACKING') return isNamingSure;
    if (fault.row === null) return fault.code !== 'VALUE_MISSING';
    return fault.column !== null && !torn.has(cellOf(fault));
  });
}

function cellOf({ sheet, row, column }: SheetFault): string {
  return `${String(sheet)} ${String(row)} ${String(column)}`;
}

/** The columns by which an item is told from others. */
function namingColumns({ sheet, columns }: FiledItem): string[] {
  return columns.header.columns
    .filter(({ kind }) => kind === 'category' || kind === 'title' || kind === 'subtitle')
    .map(({ index }) => `${sheet} ${columnLetters(index)}`);
}
