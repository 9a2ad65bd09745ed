import { columnLetters, type SheetRow } from '../../../../core/table.ts';
import { FINDINGS, type FindingCode } from '../finding-codes.ts';
import type { FilePlace, Finding } from '../finding.ts';
import type { Column, ListColumns } from './columns.ts';

/** Gathers what is found in a sheet until it is fetched. */
export class Findings {
  readonly sheet: string | null;
  private columns: ListColumns | null = null;
  private gathered: Finding[] = [];
  private hasError = false;

  constructor(sheet: string | null) {
    this.sheet = sheet;
  }

  /** Tells which headings stand above the columns. */
  under(columns: ListColumns): void {
    this.columns = columns;
  }

  /** Whether anything that refuses a list was found so far. */
  get hasErrors(): boolean {
    return this.hasError;
  }

  place(row: Pick<SheetRow, 'number'> | null, column: Omit<Column, 'cell'> | null): FilePlace {
    return {
      sheet: this.sheet,
      row: row?.number ?? null,
      column: column?.letters ?? null,
      heading: column?.heading ?? null,
    };
  }

  // Five plain arguments rather than an object: it is called for cells by the million.
  add(
    ...[code, row, column, got, expected]: [
      code: FindingCode,
      row: Pick<SheetRow, 'number'> | null,
      column: Omit<Column, 'cell'> | null,
      got?: string | null,
      expected?: string | null,
    ]
  ): void {
    this.keep({ ...this.place(row, column), code, got: got ?? null, expected: expected ?? null });
  }

  /** Of a cell beyond the columns that have headings. */
  addAt(code: FindingCode, row: SheetRow, index: number, got: string): void {
    const heading = this.columns?.unread.find((column) => column.index === index)?.heading ?? null;
    const place = { sheet: this.sheet, row: row.number, column: columnLetters(index), heading };
    this.keep({ ...place, code, got, expected: null });
  }

  keep(finding: Finding): void {
    this.gathered.push(finding);
    if (FINDINGS[finding.code].severity === 'ERROR') this.hasError = true;
  }

  /** What was found since the last time. */
  fetch(): Finding[] {
    const gathered = this.gathered;
    this.gathered = [];
    return gathered;
  }
}
