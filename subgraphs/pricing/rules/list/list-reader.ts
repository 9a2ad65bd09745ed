import type { SheetRow } from '../../../../core/table.ts';
import type { ListedPrice, ReaderOptions, SheetReader, SheetReading, Stretch } from '../reading/sheet-reader.ts';
import { clipped } from './cell-text.ts';
import { listColumns, type ListColumns } from './columns.ts';
import { Findings } from './findings.ts';
import { findHeader, SEARCHED_ROWS, type Header } from './header.ts';
import { CELL_NAMES } from './heading-words.ts';
import { foldedHeading, type Vocabulary } from './headings.ts';
import { RowReader } from './row-reader.ts';
import { WholeList } from './whole-list.ts';

/** Reads a hospital's list of services, drugs or consumables from the rows of a sheet. @see rules H7, H9, H12, H13 */
export function listReader(options: ReaderOptions): SheetReader {
  return new ListReader(options);
}

/** Without a name and a price nothing can be read. */
const NEEDED = ['name', 'amount'] as const;
/** A line above a table that says in what its amounts are. */
const OTHER_SCALE = /单位\s*[:：]?\s*(?:人民币)?\s*(万元|千元|百元|美元)/;

function vocabularyOf({ kind, tiers }: ReaderOptions): Vocabulary {
  return { kind, tiers: new Set(tiers.flatMap(({ tier, synonyms }) => [tier, ...synonyms].map(foldedHeading))) };
}

class ListReader implements SheetReader {
  private readonly options: ReaderOptions;
  private readonly findings: Findings;
  private readonly list: WholeList;
  /** The first rows, until the header is looked for. */
  private first: SheetRow[] = [];
  private isSettled = false;
  private header: Header | null = null;
  private headerRows: readonly [number, number] | null = null;
  private columns: ListColumns | null = null;
  private rows: RowReader | null = null;
  private passedOver = 0;

  constructor(options: ReaderOptions) {
    this.options = options;
    this.findings = new Findings(options.sheet);
    this.list = new WholeList(options.kind);
  }

  take(rows: readonly SheetRow[]): Stretch {
    const prices: ListedPrice[] = [];
    if (this.isSettled) this.readRows(rows, prices);
    else {
      this.first.push(...rows);
      if (this.first.length >= SEARCHED_ROWS) this.settle(prices);
    }
    return { prices, findings: this.findings.fetch() };
  }

  end(): Stretch {
    const prices: ListedPrice[] = [];
    if (!this.isSettled) this.settle(prices);
    if (this.rows !== null && this.columns !== null) this.list.end(this.columns, this.findings);
    return { prices, findings: this.findings.fetch() };
  }

  reading(): SheetReading {
    const { columns } = this;
    const read = columns === null ? [] : [...columns.of.values(), ...columns.prices, ...columns.ceilings];
    const all = [...read, ...(columns?.paymentStandards ?? [])].sort((one, other) => one.index - other.index);
    return {
      sheet: this.options.sheet,
      form: 'LIST',
      headerRows: this.headerRows,
      columns: all.map(({ letters, heading, cell }) => ({ column: letters, heading, readAs: cell })),
      unreadColumns: (columns?.unread ?? []).map(({ letters, heading }) => ({ column: letters, heading })),
      prices: this.list.prices,
      passedOver: this.passedOver,
      currency: 'CNY',
    };
  }

  /** Looks for the header in the first rows, and reads those under it. */
  private settle(prices: ListedPrice[]): void {
    this.isSettled = true;
    const searched = this.first.slice(0, SEARCHED_ROWS);
    this.header = findHeader(searched, this.options.merges, vocabularyOf(this.options));
    if (this.header === null) this.tellMissingHeader();
    else this.takeHeader(this.header, searched);
    const under = this.first.slice((this.header?.last ?? -1) + 1);
    this.first = [];
    this.readRows(under, prices);
  }

  private takeHeader({ first, last, headings }: Header, searched: readonly SheetRow[]): void {
    const columns = listColumns(headings, this.options.kind);
    this.columns = columns;
    this.headerRows = [searched[first]?.number ?? 0, searched[last]?.number ?? 0];
    const at = searched[last] ?? null;
    for (const { code, column, got, expected } of columns.findings) {
      this.findings.add(code, at, column, got === null ? null : clipped(got), expected);
    }
    this.findings.under(columns);
    this.tellScale(searched.slice(0, first));
    const lacks = NEEDED.filter((cell) => (cell === 'name' ? !columns.of.has(cell) : columns.prices.length === 0));
    if (lacks.length === 0) this.rows = new RowReader(columns, this.options, this.findings);
  }

  private tellScale(above: readonly SheetRow[]): void {
    for (const row of above) {
      const index = row.cells.findIndex((text) => OTHER_SCALE.test(text));
      const scale = OTHER_SCALE.exec(row.cells[index] ?? '')?.[1];
      if (scale !== undefined) this.findings.addAt('AMOUNT_SCALE', row, index, scale);
    }
  }

  private tellMissingHeader(): void {
    const texts = this.first.flatMap(({ cells }) => cells.map((text) => text.trim()).filter((text) => text !== ''));
    if (texts.length === 0) this.findings.add('SHEET_BLANK', null, null);
    else {
      const expected = Object.values(CELL_NAMES).join('、');
      this.findings.add('HEADER_NOT_FOUND', this.first[0] ?? null, null, clipped(texts.join(' | ')), expected);
    }
  }

  private readRows(rows: readonly SheetRow[], prices: ListedPrice[]): void {
    const reader = this.rows;
    if (reader === null) {
      this.passedOver += rows.length;
      return;
    }
    for (const row of rows) {
      const before = prices.length;
      const isPrice = reader.read(row, prices);
      if (!isPrice) this.passedOver += 1;
      for (let index = before; index < prices.length; index += 1) {
        const listed = prices[index];
        if (listed !== undefined) this.list.add(listed, this.findings);
      }
    }
  }
}
