import { writeXlsx, type CellStyle } from 'hucre/xlsx';
import type { Table } from '../../../core/table.ts';

/** A sheet, and how it is shown. */
export interface SheetLayout extends Table {
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** The row of the title, from 0. */
  readonly titleRow: number;
  /** The first and last row of the header, from 0; it stays in view and is repeated on every printed page. */
  readonly headerRows: readonly [first: number, last: number];
  /** The last row of the table itself, from 0; notes may follow. */
  readonly lastRow: number;
  /** Further places `row,column` from 0 that name what stands beside or below them. */
  readonly headings?: ReadonlySet<string>;
  /** Whether plain decimal numbers in the table are written as numbers, to reckon with. */
  readonly hasNumbers?: boolean;
  /** A3 unless told otherwise. */
  readonly paper?: 'a3' | 'a4';
}

const LINE = { style: 'thin' } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const STYLES = {
  title: { font: { bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } },
  header: {
    font: { bold: true },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    border: BORDER,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EEF7' } },
  },
  body: { alignment: { vertical: 'center', wrapText: true }, border: BORDER, numFmt: '@' },
  number: { alignment: { horizontal: 'center', vertical: 'center' }, border: BORDER },
  note: { alignment: { vertical: 'top', wrapText: true } },
} as const satisfies Record<string, CellStyle>;

/**
 * Writes a workbook. Every cell is text, so that numbers such as 0101 keep their zeros, unless a sheet says that it has
 * numbers.
 */
export function writeWorkbook(...layouts: readonly [SheetLayout, ...SheetLayout[]]): Promise<Uint8Array> {
  return writeXlsx({ sheets: layouts.map(sheetOf) });
}

type Cell = { value: string; type: 'string'; style: CellStyle } | { value: number; type: 'number'; style: CellStyle };

function sheetOf(layout: SheetLayout) {
  const [firstHeader, lastHeader] = layout.headerRows;
  return {
    name: layout.name,
    rows: layout.rows.map((row) => [...row]),
    cells: cellsOf(layout),
    columns: layout.widths.map((characters) => ({ width: characters })),
    merges: layout.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    freezePane: { rows: lastHeader + 1 },
    pageSetup: {
      paperSize: layout.paper ?? 'a3',
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${String(firstHeader + 1)}:$${String(lastHeader + 1)}`,
    },
  };
}

const NUMBER = /^(?:0|[1-9]\d{0,13})(?:\.\d+)?$/;

function cellsOf(layout: SheetLayout): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  layout.rows.forEach((row, index) => {
    for (let column = 0; column < layout.widths.length; column += 1) {
      const place = `${String(index)},${String(column)}`;
      const style = layout.headings?.has(place) === true ? STYLES.header : styleOf(layout, index);
      const text = row[column] ?? '';
      const isNumber = layout.hasNumbers === true && style === STYLES.body && NUMBER.test(text);
      cells.set(
        place,
        isNumber
          ? { value: Number(text), type: 'number', style: STYLES.number }
          : { value: text, type: 'string', style },
      );
    }
  });
  return cells;
}

function styleOf({ titleRow, headerRows: [first, last], lastRow }: SheetLayout, row: number): CellStyle {
  if (row === titleRow) return STYLES.title;
  if (row < first || row > lastRow) return STYLES.note;
  return row <= last ? STYLES.header : STYLES.body;
}

/** Writes a text file of cells divided by commas: UTF-8 with a byte order mark, which spreadsheet programs want. */
export function writeCsv({ rows }: Table): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${rows.map(csvLine).join('')}`);
}

/** One line of such a file, its end included. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

/** A text that a spreadsheet program would reckon as a formula is marked as text, as these programs do themselves. */
function quoted(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
