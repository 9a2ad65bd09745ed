import { columnLetters, type SheetRow } from '../../../../core/table.ts';
import type { Finding } from '../finding.ts';
import type { ListedPrice, ReaderOptions, SheetReader, SheetReading, Stretch } from '../reading/sheet-reader.ts';
import { found, type Locate } from './charge-item.ts';
import { ChargeMemory } from './charge-memory.ts';
import { CMS_CURRENCY, itemPrices } from './charges.ts';
import { readColumns, type ChargeColumns } from './columns.ts';
import { readCsvHeader } from './csv-header.ts';
import type { TemplateVersion } from './file-header.ts';
import { itemFindings } from './item-findings.ts';
import { itemOfRow } from './row-item.ts';

/** How far a file has been read. */
type Stage =
  | { readonly at: 'HEADINGS' }
  | { readonly at: 'VALUES'; readonly headings: SheetRow }
  | { readonly at: 'COLUMNS'; readonly version: TemplateVersion; readonly number: number }
  | {
      readonly at: 'CHARGES';
      readonly version: TemplateVersion;
      readonly columns: ChargeColumns;
      readonly letters: readonly string[];
    }
  /** The columns are not what they must be: reading on would find the same in every row. */
  | { readonly at: 'STOPPED'; readonly columns: ChargeColumns | null };

/**
 * Reads the US standard charge file (CMS template, versions 2 and 3) in its forms of rows: tall, with a row for each payer,
 * and wide, with columns for each. Rows 1 and 2 are about the file, row 3 heads the charges, which follow.
 *
 * While the columns of row 3 hold errors no charges are read; all else that is wrong is found in the same pass.
 *
 * @see 45 CFR 180.50; rules H7, H13
 */
export function cmsReader(options: ReaderOptions): SheetReader {
  return new CmsReader(options.sheet);
}

class CmsReader implements SheetReader {
  readonly #sheet: string | null;
  readonly #memory = new ChargeMemory();
  #stage: Stage = { at: 'HEADINGS' };
  #headerRows: [first: number, last: number] | null = null;
  #prices = 0;
  #items = 0;
  #passedOver = 0;

  constructor(sheet: string | null) {
    this.#sheet = sheet;
  }

  take(rows: readonly SheetRow[]): Stretch {
    const prices: ListedPrice[] = [];
    const findings: Finding[] = [];
    for (const row of rows) {
      const read = this.#row(row);
      for (const price of read.prices) prices.push(price);
      for (const finding of read.findings) findings.push(finding);
    }
    this.#prices += prices.length;
    return { prices, findings };
  }

  end(): Stretch {
    if (this.#items > 0 || this.#stage.at === 'STOPPED') return NOTHING;
    return findingsOnly([found('CMS_ITEMS_MISSING', { sheet: this.#sheet, ...NOWHERE })]);
  }

  reading(): SheetReading {
    const columns = 'columns' in this.#stage ? this.#stage.columns : null;
    const named = (columns?.headings ?? []).map((heading, index) => ({ column: columnLetters(index), heading }));
    const readAs = columns?.readAs ?? [];
    return {
      sheet: this.#sheet,
      form: columns?.form ?? 'CMS_TALL',
      headerRows: this.#headerRows,
      columns: named.flatMap((one, index) => {
        const as = readAs[index] ?? null;
        return as === null ? [] : [{ ...one, readAs: as }];
      }),
      unreadColumns: named.filter(({ heading }, index) => heading !== '' && (readAs[index] ?? null) === null),
      prices: this.#prices,
      passedOver: this.#passedOver,
      currency: CMS_CURRENCY,
    };
  }

  #row(row: SheetRow): Stretch {
    switch (this.#stage.at) {
      case 'HEADINGS':
      case 'VALUES':
        return this.#header(row, this.#stage);
      case 'COLUMNS':
        return this.#columns(row, this.#stage);
      case 'CHARGES':
        return this.#charges(row, this.#stage);
      case 'STOPPED':
        this.#passedOver += 1;
        return NOTHING;
    }
  }

  #header(row: SheetRow, stage: Stage & { at: 'HEADINGS' | 'VALUES' }): Stretch {
    if (stage.at === 'HEADINGS') {
      this.#headerRows = [row.number, row.number];
      this.#stage = { at: 'VALUES', headings: row };
      return NOTHING;
    }
    const number = stage.headings.number + 1;
    // Blank rows may not come at all; then this is the row after.
    const isSkipped = row.number > number;
    const { version, findings } = readCsvHeader(stage.headings, isSkipped ? { number, cells: [] } : row, this.#sheet);
    this.#headerRows = [stage.headings.number, number];
    this.#stage = { at: 'COLUMNS', version, number: number + 1 };
    const next = isSkipped ? this.#row(row) : NOTHING;
    return { prices: next.prices, findings: [...findings, ...next.findings] };
  }

  #columns(row: SheetRow, { version, number }: Stage & { at: 'COLUMNS' }): Stretch {
    if (isBlank(row) || row.number > number) {
      this.#stage = { at: 'STOPPED', columns: null };
      const place = { sheet: this.#sheet, row: number, column: null, heading: null };
      return findingsOnly([found('CMS_HEADER_BLANK', place, { expected: String(number) })]);
    }
    const { columns, findings, isSound } = readColumns(row, version, this.#sheet);
    this.#headerRows = [this.#headerRows?.[0] ?? row.number, row.number];
    const letters = columns.headings.map((_heading, index) => columnLetters(index));
    this.#stage = isSound ? { at: 'CHARGES', version, columns, letters } : { at: 'STOPPED', columns };
    return findingsOnly(findings);
  }

  #charges(row: SheetRow, { version, columns, letters }: Stage & { at: 'CHARGES' }): Stretch {
    if (isBlank(row)) {
      this.#passedOver += 1;
      return NOTHING;
    }
    this.#items += 1;
    const locate: Locate = (spot) => ({
      sheet: this.#sheet,
      row: row.number,
      column: letters[Number(spot)] ?? null,
      heading: columns.headings[Number(spot)] ?? null,
    });
    const item = itemOfRow(row, columns);
    const findings = itemFindings(item, {
      version,
      payersIn: columns.form === 'CMS_WIDE' ? 'HEADINGS' : 'CELLS',
      locate,
    });
    const read = itemPrices(item, locate, this.#memory);
    return { prices: read.prices, findings: [...findings, ...read.findings] };
  }
}

const NOTHING: Stretch = { prices: [], findings: [] };
const NOWHERE = { row: null, column: null, heading: null };

function findingsOnly(findings: readonly Finding[]): Stretch {
  return { prices: [], findings };
}

function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}
