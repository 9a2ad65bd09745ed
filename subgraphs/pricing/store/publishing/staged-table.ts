import type { SqlRunner } from '../../../../core/sql.ts';
import { ROW_COLUMNS, THING_COLUMNS } from './columns.ts';

/** The name of the temporary table that holds the lines of a list before they are published. */
export type StagedTable = string & { readonly staged: true };

/** Columns beside those of the line: its number in the list, an id to be given to its price, and where in the file it stands. */
const PLACE_COLUMNS = ['line', 'id', 'sheet', 'file_row', 'file_column', 'heading'] as const;

/**
 * The table and its columns, as lines are loaded into them.
 *
 * @param columns - those of the lines that any of them has a value for; the others stay blank
 */
export function stagedTarget(table: StagedTable, columns: typeof ROW_COLUMNS): string {
  return `${table} (${[...PLACE_COLUMNS, ...columns.map(({ column }) => column)].join(', ')})`;
}

/**
 * Makes the temporary table for a list.
 *
 * @param token - letters and digits that no other list of the session has
 */
export async function createStaged(sql: SqlRunner, token: string): Promise<StagedTable> {
  const table = `staged_${token.replaceAll(/[^a-z0-9]/g, '')}` as StagedTable;
  const things = new Set(THING_COLUMNS.map(({ column }) => column));
  const columns = ROW_COLUMNS.map(
    ({ column, type }) => `${column} ${type}${things.has(column) ? ' COLLATE "C"' : ''}`,
  ).join(', ');
  await sql.$queryRawUnsafe(
    `CREATE TEMPORARY TABLE ${table} (line integer NOT NULL, id text COLLATE "C", sheet text, file_row integer,
      file_column text, heading text, ${columns}, digest bytea GENERATED ALWAYS AS (${ROW_DIGEST}) STORED)`,
  );
  return table;
}

/** Tells the database how large the table is, so that it joins by hashing where that is better; nobody else does for temporary tables. */
export async function analyseStaged(sql: SqlRunner, table: StagedTable): Promise<void> {
  await sql.$queryRawUnsafe(`ANALYZE ${table}`);
}

/** Drops the table, and what was worked out of it. */
export async function dropStaged(sql: SqlRunner, table: StagedTable): Promise<void> {
  await sql.$queryRawUnsafe(`DROP TABLE IF EXISTS ${table}, ${differenceOf(table)}`);
}

/** The name of the table of what a staged list changes. */
export function differenceOf(table: StagedTable): string {
  return `${table}_difference`;
}

/** How many columns share a test of whether they are all blank; most of the later ones are. */
const GROUP = 5;

/**
 * The digest of a row as `rules/rows-digest.ts` defines it, worked out while rows are loaded, when the database has
 * little else to do. What a cast makes of a text is the same always, while `convert_to` might depend on the database and
 * may not generate a column; the cast reads backslashes, so they are doubled.
 */
export const ROW_DIGEST = `sha256(replace(${inGroups(ROW_COLUMNS).map(textOfGroup).join(' || ')}, '\\', '\\\\')::bytea)`;

function inGroups(columns: typeof ROW_COLUMNS): (typeof ROW_COLUMNS)[] {
  const starts = columns.flatMap((_column, index) => (index % GROUP === 0 ? [index] : []));
  return starts.map((start) => columns.slice(start, start + GROUP));
}

function textOfGroup(columns: typeof ROW_COLUMNS): string {
  const cells = columns.map(({ column, type }) => {
    const cell =
      type === 'text' ? column : type.startsWith('numeric') ? `trim_scale(${column})::text` : modeText(column);
    return `coalesce(${cell}, '') || E'\\x1f'`;
  });
  const names = columns.map(({ column }) => column).join(', ');
  const blank = '\\x1f'.repeat(columns.length);
  return `CASE WHEN num_nonnulls(${names}) = 0 THEN E'${blank}' ELSE ${cells.join(' || ')} END`;
}

/** An enum as text, spelled out: its cast may not generate a column either. */
function modeText(column: string): string {
  return `CASE ${column} WHEN 'GOVERNMENT_GUIDED' THEN 'GOVERNMENT_GUIDED' WHEN 'MARKET_REGULATED' THEN 'MARKET_REGULATED' END`;
}

/** The digest of a staged list, in hexadecimal, and how many lines it has. */
export async function digestOfStaged(sql: SqlRunner, table: StagedTable): Promise<{ rows: number; digest: string }> {
  const [found] = await sql.$queryRawUnsafe<{ rows: number; digest: string }[]>(
    `SELECT count(*)::int AS rows, encode(sha256(coalesce(string_agg(digest, ''::bytea ORDER BY digest), ''::bytea)), 'hex') AS digest
       FROM ${table}`,
  );
  return found ?? { rows: 0, digest: '' };
}
