import type { Refusal } from '../../../../core/refusal.ts';
import { columnLetters } from '../../../../core/table.ts';
import { clipped } from './cell-text.ts';
import type { HeaderColumn } from './header.ts';
import { headingOf, type ColumnKind } from './headings.ts';

/** Where in a file something is wrong, as the spreadsheet program shows it; null for what lies in no single one. */
export interface SheetPlace {
  readonly sheet: string | null;
  /** From 1. */
  readonly row: number | null;
  /** Letters, such as F. */
  readonly column: string | null;
  /** What the column is called in the sheet. */
  readonly heading: string | null;
}

/** One thing that is wrong with a file. */
export interface SheetFault extends Omit<Refusal, 'path'>, SheetPlace {}

/** What is wrong, without the place. */
export type FaultKind = Pick<SheetFault, 'code'> & Partial<Pick<SheetFault, 'expected' | 'got' | 'rules'>>;

/** No place in particular. */
export const NOWHERE: SheetPlace = { sheet: null, row: null, column: null, heading: null };

/**
 * A place in a sheet.
 *
 * @param row - from 0
 */
export function placeAt(sheet: string, row: number, column: HeaderColumn | null): SheetPlace {
  return {
    sheet,
    row: row + 1,
    column: column === null ? null : columnLetters(column.index),
    heading: column?.heading ?? null,
  };
}

/** The fault of a cell that is blank, or reads as something else than was expected. */
export function cellFault(kind: ColumnKind, text: string, expected: string): FaultKind {
  const got = clipped(text);
  return got === ''
    ? { code: 'VALUE_MISSING', expected: `${headingOf(kind)}（${expected}）`, rules: ['C5'] }
    : { code: 'CELL_NOT_UNDERSTOOD', expected, got, rules: ['C5'] };
}
