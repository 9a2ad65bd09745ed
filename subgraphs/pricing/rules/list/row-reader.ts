import type { SheetRow } from '../../../../core/table.ts';
import { BLANK_AMOUNT, readAmount, type AmountReading } from '../amounts/amount-cell.ts';
import { amountFindings } from '../checks/row-findings.ts';
import type { PriceRow } from '../price-row.ts';
import type { ListedPrice, ReaderOptions } from '../reading/sheet-reader.ts';
import { isErrorText } from './cell-kinds.ts';
import { clipped } from './cell-text.ts';
import type { AmountColumn, ListColumns } from './columns.ts';
import type { Findings } from './findings.ts';
import { foldedHeading } from './headings.ts';
import { RowCells, type PriceDraft } from './row-cells.ts';
import { RowJudge } from './row-judge.ts';
import { isColumnNumbers, isSumOrRemark } from './row-role.ts';
import { blankTexts, fillTexts, textColumnsOf, tidyText, type TextColumns } from './row-texts.ts';

/** Names as long as this may be the number of their column. */
const LONGEST_NUMBER = 4;

/** Reads the rows under a header, one by one. */
export class RowReader {
  private readonly columns: ListColumns;
  private readonly findings: Findings;
  private readonly cells: RowCells;
  private readonly judge: RowJudge;
  private readonly textColumns: TextColumns;
  private readonly headingsOfName: readonly string[];
  private readonly texts = blankTexts();
  /** What the columns of amounts say in the row, in their order, and the last that says something. */
  private readonly amounts: AmountReading[] = [];
  private lastAmount = -1;
  /** Whether a formula for an amount failed. */
  private hasFailed = false;

  constructor(columns: ListColumns, options: ReaderOptions, findings: Findings) {
    this.columns = columns;
    this.findings = findings;
    this.cells = new RowCells(columns, options);
    this.judge = new RowJudge(columns, options.kind, findings);
    this.textColumns = textColumnsOf(columns);
    this.headingsOfName = columns.of.get('name')?.heading.split(' / ') ?? [];
  }

  /**
   * Adds the prices of a row, and what was found in it.
   *
   * @returns whether the row is one of prices; the heading of a group is not
   */
  read(row: SheetRow, prices: ListedPrice[]): boolean {
    const needsLook = fillTexts(this.texts, row, this.textColumns);
    this.readAmounts(row);
    if (this.isNoPrice(row)) return false;
    const first = prices.length;
    const { price: thing, findings } = this.cells.read(this.texts);
    if (this.lastAmount >= 0) this.addPrices(row, thing, prices);
    else if (!this.hasErrorCell(row)) this.findings.add('PRICE_MISSING', row, this.columns.prices[0] ?? null);
    this.judge.judgeThing(row, prices[first]?.price ?? thing);
    for (const { code, column, got, expected } of findings) this.findings.add(code, row, column, got, expected);
    if (needsLook) this.judge.judgeTexts(row, this.texts);
    if (needsLook || this.hasFailed || row.kinds !== undefined) this.judge.judgeKinds(row);
    this.judge.judgeRest(row);
    return true;
  }

  private readAmounts(row: SheetRow): void {
    const { prices } = this.columns;
    this.lastAmount = -1;
    this.hasFailed = false;
    for (let at = 0; at < prices.length; at += 1) {
      const reading = readAmount(tidyText(row.cells[prices[at]?.index ?? 0] ?? ''));
      this.amounts[at] = reading;
      if (reading !== BLANK_AMOUNT) this.lastAmount = at;
    }
  }

  private isNoPrice(row: SheetRow): boolean {
    const { code, name, unit, specification, manufacturer, approvalNumber } = this.texts;
    const hasAmount = this.lastAmount >= 0;
    if (name !== '' && this.headingsOfName.includes(name)) return true;
    if (!hasAmount && unit === '' && specification === '' && manufacturer === '' && approvalNumber === '') {
      return !this.hasErrorCell(row);
    }
    if (name.length <= LONGEST_NUMBER && isColumnNumbers(row)) return true;
    return (code === '' || name === '' || unit === '' || !hasAmount) && isSumOrRemark(row);
  }

  /** A formula without a value, or one that failed, is no blank. */
  private hasErrorCell({ kinds, cells }: SheetRow): boolean {
    return this.columns.prices.some(({ index }) => {
      return kinds?.[index] === 'FORMULA' || kinds?.[index] === 'ERROR' || isErrorText(cells[index]?.trim() ?? '');
    });
  }

  private addPrices(row: SheetRow, thing: PriceDraft, prices: ListedPrice[]): void {
    for (let at = 0; at <= this.lastAmount; at += 1) {
      const column = this.columns.prices[at];
      const read = this.amounts[at];
      if (column === undefined || read === undefined || read === BLANK_AMOUNT) continue;
      const text = row.cells[column.index] ?? '';
      if (row.kinds?.[column.index] === 'ERROR' || isErrorText(text.trim())) {
        this.hasFailed = true;
        continue;
      }
      const reading = read.unit === null ? read : agreeing(read, thing, tidyText(text));
      const { fault } = reading;
      if (fault !== null && fault !== 'RANGE_FALLS') this.findings.add(fault, row, column, clipped(text.trim()));
      if (reading.amount === null && reading.words === null) continue;
      // The last takes the draft itself: most rows have one price, and a copy costs more than all else.
      const price = at === this.lastAmount ? thing : { ...thing };
      this.cells.fill(price, reading, column, row);
      this.keepPrice(row, price, column, prices);
    }
  }

  private keepPrice(row: SheetRow, price: PriceRow, column: AmountColumn, prices: ListedPrice[]): void {
    const { letters, heading } = column;
    prices.push({ price, sheet: this.findings.sheet, row: row.number, column: letters, heading });
    for (const { code, column: at, got, expected } of this.cells.lastFindings) {
      this.findings.add(code, row, at, got, expected);
    }
    for (const finding of amountFindings(price)) this.judge.tell(row, finding, column);
  }
}

/** "70元/次" is 70 where the unit is 次; where it is another, it is words. */
function agreeing(reading: AmountReading, thing: PriceDraft, text: string): AmountReading {
  const unit = foldedHeading(thing.unit).replace(/^每/, '');
  if (unit === reading.unit) return reading.upTo === null ? { ...reading, words: null } : reading;
  return { ...reading, amount: null, upTo: null, words: text, fault: 'AMOUNT_NOT_UNDERSTOOD' };
}
