import { columnLetters, type Table } from '../../../../core/table.ts';
import { NOWHERE, type SheetFault } from './sheet-fault.ts';

/** What a spreadsheet program shows where a formula failed. */
const FAILED = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)$/;
/** What no database takes. */
const UNSTORABLE = '\u0000';

/**
 * The cells that hold no text: signs that can not be stored, and the errors of formulas. They are read as blank, so that
 * everything else in the file can still be told.
 */
export function withoutTornCells(table: Table): { readonly table: Table; readonly faults: readonly SheetFault[] } {
  const faults: SheetFault[] = [];
  const rows = table.rows.map((row, rowIndex) =>
    row.map((text, index) => {
      if (!isTorn(text)) return text;
      const place = { ...NOWHERE, sheet: table.name, row: rowIndex + 1, column: columnLetters(index) };
      const got = text.toWellFormed().replaceAll(UNSTORABLE, '�').slice(0, 40);
      faults.push({ ...place, code: 'CELL_NOT_UNDERSTOOD', expected: '文字', got, rules: ['C5'] });
      return '';
    }),
  );
  return faults.length === 0 ? { table, faults } : { table: { ...table, rows }, faults };
}

function isTorn(text: string): boolean {
  return FAILED.test(text) || text.includes(UNSTORABLE) || !text.isWellFormed();
}
