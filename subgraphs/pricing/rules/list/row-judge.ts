import type { SheetRow } from '../../../../core/table.ts';
import { textFinding, thingFindings, type RowFinding } from '../checks/row-findings.ts';
import type { PriceKind, PriceRow } from '../price-row.ts';
import { kindFindings } from './cell-kinds.ts';
import { clipped } from './cell-text.ts';
import type { AmountColumn, Column, ListColumns } from './columns.ts';
import type { Findings } from './findings.ts';
import type { ColumnCell } from './heading-words.ts';
import { textColumnsOf, type RowTexts, type TextColumns } from './row-texts.ts';

/** Tells what is wrong with rows, each thing at its cell. */
export class RowJudge {
  private readonly columns: ListColumns;
  private readonly kind: PriceKind;
  private readonly findings: Findings;
  private readonly textColumns: TextColumns;
  private readonly code: Column | null;
  private readonly width: number;

  constructor(columns: ListColumns, kind: PriceKind, findings: Findings) {
    this.columns = columns;
    this.kind = kind;
    this.findings = findings;
    this.textColumns = textColumnsOf(columns);
    this.code = columns.of.get('code') ?? null;
    const headed = columns.unread.filter(({ heading }) => heading !== '');
    const read = [...columns.of.values(), ...columns.prices, ...columns.ceilings, ...columns.paymentStandards];
    this.width = Math.max(0, ...[...read, ...headed].map(({ index }) => index + 1));
  }

  /** What is priced, once however many prices a row has. */
  judgeThing(row: SheetRow, price: PriceRow): void {
    const isNumber = this.code !== null && row.kinds?.[this.code.index] === 'NUMBER';
    for (const finding of thingFindings(price, this.kind, isNumber)) {
      if (finding.code === 'UNIT_MISSING' && !this.columns.of.has('unit')) continue;
      this.tell(row, finding, null);
    }
    if (this.code !== null && price.code === '') this.findings.add('CODE_MISSING', row, this.code);
  }

  /** Texts that are long or hold signs that nobody sees. */
  judgeTexts(row: SheetRow, texts: RowTexts): void {
    for (const column of this.textColumns) {
      // The two have no cell of their own in a price and are as long as others.
      const cell = column.cell === 'model' || column.cell === 'effectiveOn' ? 'specification' : column.cell;
      const finding = textFinding(cell, texts[column.cell]);
      if (finding !== null) this.findings.add(finding.code, row, column, finding.got, finding.expected);
    }
  }

  judgeKinds(row: SheetRow): void {
    for (const { code, column, got } of kindFindings(row, this.columns)) this.findings.add(code, row, column, got);
  }

  /** Cells beyond the last heading. */
  judgeRest(row: SheetRow): void {
    for (let index = this.width; index < row.cells.length; index += 1) {
      const text = row.cells[index]?.trim() ?? '';
      if (text !== '') this.findings.addAt('CELL_BEYOND_HEADER', row, index, clipped(text));
    }
  }

  /** Tells a finding at the column of its cell; those about amounts at the given one. */
  tell(row: SheetRow, { code, cell, got, expected }: RowFinding, amounts: AmountColumn | null): void {
    const isAmount = cell === 'amount' || cell === 'amountUpTo' || cell === 'amountText';
    this.findings.add(code, row, isAmount ? amounts : this.columnOf(cell), got, expected);
  }

  private columnOf(cell: keyof PriceRow): Column | null {
    if (cell === 'ceiling') return this.columns.ceilings[0] ?? null;
    return this.columns.of.get(cell as ColumnCell) ?? null;
  }
}
