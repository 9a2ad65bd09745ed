import type { SheetRow } from '../../../../core/table.ts';
import { isBlankAmount, readAmount, type AmountReading } from '../amounts/amount-cell.ts';
import { amountFindings, thingFindings, type RowFinding } from '../checks/row-findings.ts';
import type { PriceRow } from '../price-row.ts';
import type { ListedPrice, ReaderOptions } from '../reading/sheet-reader.ts';
import { isErrorText, kindFindings } from './cell-kinds.ts';
import { clipped } from './cell-text.ts';
import type { AmountColumn, Column, ListColumns } from './columns.ts';
import { foldedHeading } from './headings.ts';
import { RowCells, type CellFinding } from './row-cells.ts';
import { isColumnNumbers, isSumOrRemark } from './row-role.ts';
import { blankTexts, fillTexts, textColumnsOf, textFindingsOf, tidyText } from './row-texts.ts';
import type { Findings } from './findings.ts';

/** Reads the rows under a header, one by one. */
export class RowReader {
  private readonly columns: ListColumns;
  private readonly options: ReaderOptions;
  private readonly findings: Findings;
  private readonly cells: RowCells;
  private readonly textColumns;
  private readonly texts = blankTexts();
  private readonly headingOfName: string;
  private readonly width: number;

  constructor(columns: ListColumns, options: ReaderOptions, findings: Findings) {
    this.columns = columns;
    this.options = options;
    this.findings = findings;
    this.cells = new RowCells(columns, options);
    this.textColumns = textColumnsOf(columns);
    this.headingOfName = columns.of.get('name')?.heading.split(' / ')[0] ?? '';
    const read = [...columns.of.values(), ...columns.prices, ...columns.unread];
    this.width = Math.max(0, ...read.map(({ index }) => index + 1));
  }

  /**
   * Adds the prices of a row, and what was found in it.
   *
   * @returns whether the row is one of prices; the heading of a group is not
   */
  read(row: SheetRow, prices: ListedPrice[]): boolean {
    const { texts } = this;
    fillTexts(texts, row, this.textColumns);
    const amounts = this.columns.prices.filter(({ index }) => !isBlankAmount(tidyText(row.cells[index] ?? '')));
    if (this.isNoPrice(row, amounts.length > 0)) return false;
    const before = prices.length;
    const found = this.cells.read(texts);
    if (amounts.length === 0 && !this.hasErrorCell(row)) {
      this.findings.add('PRICE_MISSING', row, this.columns.prices[0] ?? null);
    }
    for (const column of amounts) this.readAmount(row, column, found.price, prices);
    this.judgeRow(row, prices[before]?.price ?? found.price);
    for (const finding of found.findings) this.tell(row, finding);
    return true;
  }

  private isNoPrice(row: SheetRow, hasAmount: boolean): boolean {
    const { code, name, unit, specification, manufacturer, approvalNumber } = this.texts;
    if (name === this.headingOfName && name !== '') return true;
    if (!hasAmount && unit === '' && specification === '' && manufacturer === '' && approvalNumber === '') {
      return !this.hasErrorCell(row);
    }
    if (name.length < 5 && isColumnNumbers(row)) return true;
    return (code === '' || name === '' || unit === '' || !hasAmount) && isSumOrRemark(row);
  }

  /** A formula without a value, or one that failed, is no blank. */
  private hasErrorCell(row: SheetRow): boolean {
    const kinds = row.kinds;
    if (kinds === undefined) return false;
    return this.columns.prices.some(({ index }) => kinds[index] === 'FORMULA' || kinds[index] === 'ERROR');
  }

  private readAmount(row: SheetRow, column: AmountColumn, thing: PriceRow, prices: ListedPrice[]): void {
    const text = tidyText(row.cells[column.index] ?? '');
    if (isErrorText(text) || row.kinds?.[column.index] === 'ERROR') return;
    const reading = this.agreeing(readAmount(text), thing, text);
    const { fault } = reading;
    if (fault !== null && fault !== 'RANGE_FALLS') this.findings.add(fault, row, column, clipped(text));
    if (reading.amount === null && reading.words === null) return;
    const price = this.cells.priced(thing, reading, column, row);
    prices.push({ ...this.findings.place(row, column), price });
    for (const finding of this.cells.lastFindings) this.tell(row, finding);
    for (const finding of amountFindings(price)) this.addFinding(row, finding, column);
  }

  /** "70元/次" is 70 where the unit is 次; where it is another, it is words. */
  private agreeing(reading: AmountReading, thing: PriceRow, text: string): AmountReading {
    if (reading.unit === null) return reading;
    const unit = foldedHeading(thing.unit).replace(/^每/, '');
    if (unit === reading.unit) return reading.upTo === null ? { ...reading, words: null } : reading;
    return { ...reading, amount: null, upTo: null, words: text, fault: 'AMOUNT_NOT_UNDERSTOOD' };
  }

  /** What is found in the row as a whole, once however many prices it has. */
  private judgeRow(row: SheetRow, price: PriceRow): void {
    const { code } = this.texts;
    const codeColumn = this.columns.of.get('code');
    const kind = codeColumn === undefined ? undefined : row.kinds?.[codeColumn.index];
    for (const finding of thingFindings(price, this.options.kind, kind === 'NUMBER')) {
      if (finding.code === 'UNIT_MISSING' && !this.columns.of.has('unit')) continue;
      this.addFinding(row, finding, null);
    }
    if (codeColumn !== undefined && code === '') this.findings.add('CODE_MISSING', row, codeColumn);
    const texts: { readonly column: Column; readonly finding: Omit<RowFinding, 'cell'> }[] = [];
    textFindingsOf(this.texts, this.textColumns, texts);
    for (const { column, finding } of texts) {
      this.findings.add(finding.code, row, column, finding.got, finding.expected);
    }
    if (row.kinds !== undefined || this.mayHoldErrors(row)) {
      for (const { code: fault, column, got } of kindFindings(row, this.columns)) {
        this.findings.add(fault, row, column, got);
      }
    }
    if (row.cells.length > this.width) this.judgeRest(row);
  }

  private mayHoldErrors(row: SheetRow): boolean {
    return this.textColumns.some(({ index }) => row.cells[index]?.charCodeAt(0) === HASH);
  }

  private judgeRest(row: SheetRow): void {
    for (let index = this.width; index < row.cells.length; index += 1) {
      const text = row.cells[index]?.trim() ?? '';
      if (text !== '') this.findings.addAt('CELL_BEYOND_HEADER', row, index, clipped(text));
    }
  }

  private tell(row: SheetRow, { code, column, got, expected }: CellFinding): void {
    this.findings.add(code, row, column, got, expected);
  }

  private addFinding(row: SheetRow, { code, cell, got, expected }: RowFinding, amounts: AmountColumn | null): void {
    const column = cell === 'amount' || cell === 'amountUpTo' || cell === 'amountText' ? amounts : this.columnOf(cell);
    this.findings.add(code, row, column, got, expected);
  }

  private columnOf(cell: keyof PriceRow): Column | null {
    if (cell === 'ceiling') return this.columns.ceilings[0] ?? null;
    return (
      this.columns.of.get(cell as Exclude<keyof PriceRow, 'amountUpTo' | 'amountText' | 'surchargePercent'>) ?? null
    );
  }
}

const HASH = 0x23;
