import type { SqlRunner } from '../../../../core/sql.ts';
import type { FilePlace } from '../../rules/finding.ts';
import type { PriceRow } from '../../rules/price-row.ts';
import { ROW_COLUMNS } from './columns.ts';
import { stagedTarget, type StagedTable } from './staged-table.ts';

/** A line of a list on its way to be published. */
export interface StagedLine extends FilePlace {
  /** Its number in the list, from 1; no two lines have the same. */
  readonly line: number;
  /** The id that its price gets, should it begin with this list; null: made of the list's id and the line. */
  readonly id: string | null;
  readonly price: PriceRow;
}

/** What the text format of `COPY` gives a meaning to. */
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Some lines in the text format of `COPY`, and the columns that they are in. */
export interface CopiedLines {
  readonly columns: typeof ROW_COLUMNS;
  readonly text: string;
}

/** Lines in the text format of `COPY`; columns that are blank in all of them are left out, which most are. */
export function copied(lines: readonly StagedLine[]): CopiedLines {
  const columns = ROW_COLUMNS.filter(({ cell }) => lines.some(({ price }) => price[cell] !== null));
  const cells = columns.map(({ cell }) => cell);
  // Strings that grow are cheaper here than arrays that are joined: this runs once for each cell of a million lines.
  let text = '';
  for (const { line, id, sheet, row, column, heading, price } of lines) {
    text += `${String(line)}\t${cellOf(id)}\t${cellOf(sheet)}\t${row === null ? '\\N' : String(row)}`;
    text += `\t${cellOf(column)}\t${cellOf(heading)}`;
    for (const cell of cells) text += `\t${cellOf(price[cell])}`;
    text += '\n';
  }
  return { columns, text };
}

function cellOf(value: string | null): string {
  if (value === null) return '\\N';
  return SPECIAL.test(value) ? value.replaceAll(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : value;
}

/** Loads some lines on a transaction that can not `COPY`: for lists that come in one call. */
export async function insertLines(sql: SqlRunner, table: StagedTable, lines: readonly StagedLine[]): Promise<void> {
  const columns = ROW_COLUMNS;
  const records = lines.map(({ line, id, sheet, row, column, heading, price }) => ({
    ...{ line, id, sheet, file_row: row, file_column: column, heading },
    ...Object.fromEntries(columns.map((one) => [one.column, price[one.cell]])),
  }));
  const types = columns.map(({ column, type }) => `${column} ${type}`).join(', ');
  const names = columns.map(({ column }) => column).join(', ');
  await sql.$queryRawUnsafe(
    `INSERT INTO ${stagedTarget(table, columns)} SELECT line, id, sheet, file_row, file_column, heading, ${names}
       FROM json_to_recordset($1::json) AS r (line integer, id text, sheet text, file_row integer, file_column text,
         heading text, ${types})`,
    JSON.stringify(records),
  );
}
