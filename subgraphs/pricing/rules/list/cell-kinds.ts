import type { SheetRow } from '../../../../core/table.ts';
import type { Column, ListColumns } from './columns.ts';
import type { ColumnCell } from './heading-words.ts';

/** What the kind of a cell tells against it. */
export interface KindFinding {
  readonly code: 'FORMULA_CELL' | 'FORMULA_WITHOUT_VALUE' | 'CELL_ERROR' | 'CELL_TURNED_DATE';
  readonly column: Column;
  readonly got: string | null;
}

/** What spreadsheets show for a formula that failed; text files keep it as text. */
const ERRORS = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;
/** Cells in which a day is nothing odd, or is told otherwise. */
const MAY_BE_DATES: ReadonlySet<ColumnCell> = new Set([
  ...['effectiveOn', 'code', 'nationalCode', 'amount', 'ceiling', 'paymentStandard', 'basis', 'note', 'procurement'],
] as ColumnCell[]);

/** Formulas, errors, and texts that a spreadsheet program took for days, in the columns that are read. */
export function kindFindings(row: SheetRow, columns: ListColumns): KindFinding[] {
  const found: KindFinding[] = [];
  const read = [...columns.of.values(), ...columns.prices, ...columns.ceilings, ...columns.paymentStandards];
  for (const column of read) {
    const text = row.cells[column.index]?.trim() ?? '';
    const kind = row.kinds?.[column.index] ?? 'TEXT';
    if (kind === 'ERROR' || isErrorText(text)) found.push({ code: 'CELL_ERROR', column, got: text });
    else if (kind === 'FORMULA' && text === '') found.push({ code: 'FORMULA_WITHOUT_VALUE', column, got: null });
    else if (kind === 'FORMULA') found.push({ code: 'FORMULA_CELL', column, got: text.slice(0, 80) });
    else if (kind === 'DATE' && !MAY_BE_DATES.has(column.cell)) {
      found.push({ code: 'CELL_TURNED_DATE', column, got: text });
    }
  }
  return found;
}

/** Whether a text is what a failed formula shows. */
export function isErrorText(text: string): boolean {
  return text.startsWith('#') && ERRORS.test(text);
}
