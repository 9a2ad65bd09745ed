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
  note: { alignment: { vertical: 'top', wrapText: true } },
} as const satisfies Record<string, CellStyle>;

/** Writes a workbook of one sheet. Every cell is text, so that numbers such as 0101 keep their zeros. */
export function writeWorkbook(layout: SheetLayout): Promise<Uint8Array> {
  const [firstHeader, lastHeader] = layout.headerRows;
  const width = layout.widths.length;
  const cells = new Map<string, { value: string; type: 'string'; style: CellStyle }>();
  layout.rows.forEach((row, index) => {
    const style = styleOf(layout, index);
    for (let column = 0; column < width; column += 1) {
      cells.set(`${String(index)},${String(column)}`, { value: row[column] ?? '', type: 'string', style });
    }
  });
  return writeXlsx({
    sheets: [
      {
        name: layout.name,
        rows: layout.rows.map((row) => [...row]),
        cells,
        columns: layout.widths.map((characters) => ({ width: characters })),
        merges: layout.merges.map(({ top, left, bottom, right }) => ({
          startRow: top,
          startCol: left,
          endRow: bottom,
          endCol: right,
        })),
        freezePane: { rows: lastHeader + 1 },
        pageSetup: {
          paperSize: 'a3',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${String(firstHeader + 1)}:$${String(lastHeader + 1)}`,
        },
      },
    ],
  });
}

function styleOf({ titleRow, headerRows: [first, last], lastRow }: SheetLayout, row: number): CellStyle {
  if (row === titleRow) return STYLES.title;
  if (row < first || row > lastRow) return STYLES.note;
  return row <= last ? STYLES.header : STYLES.body;
}

/** Writes a text file of cells divided by commas: UTF-8 with a byte order mark, which spreadsheet programs want. */
export function writeCsv({ rows }: Table): Uint8Array {
  const lines = rows.map((row) => row.map(quoted).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

/** A text that a spreadsheet program would reckon as a formula is marked as text, as these programs do themselves. */
function quoted(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
