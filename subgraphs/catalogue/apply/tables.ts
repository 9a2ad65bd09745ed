import type { SqlRunner } from '../../../core/sql.ts';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** A table with the columns that name a row. */
const KEYS = {
  region: 'code',
  institution: 'id',
  category: 'code',
  catalogue: 'id',
  catalogue_item: 'id',
  legal_basis: 'item_id, ordinal',
  time_limit: 'item_id, ordinal',
  disclosure: 'id',
  channel_copy: 'disclosure_id, channel',
  disclosure_duty: 'id',
  failure_notice: 'id',
  failure_notice_item: 'notice_id, ordinal',
} as const;
export type Table = keyof typeof KEYS;

/**
 * Writes rows by one statement with one parameter. A row that is there takes the columns that are given and keeps its
 * others; one that has them already is not written.
 *
 * @param rows - all with the same columns
 */
export async function putRows(tx: SqlRunner, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const told = (prefix: string) => columns.map((column) => `${prefix}.${column}`).join(', ');
  await insert(
    tx,
    { table, rows },
    `do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     where (${told('kept')}) is distinct from (${told('excluded')})`,
  );
}

/** Writes those of some rows that are not there yet; the others stay as they are. */
export function addRows(tx: SqlRunner, table: Table, rows: readonly Row[]): Promise<void> {
  return insert(tx, { table, rows }, 'do nothing');
}

async function insert(
  tx: SqlRunner,
  { table, rows }: { readonly table: Table; readonly rows: readonly Row[] },
  onConflict: string,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  await tx.$queryRawUnsafe(
    `insert into catalogue.${table} as kept (${columns})
     select ${columns} from jsonb_populate_recordset(null::catalogue.${table}, $1::jsonb)
     on conflict (${KEYS[table]}) ${onConflict} returning 1`,
    JSON.stringify(rows),
  );
}

/** What takes the place of all rows that some parents have. */
interface Replacement {
  readonly parents: readonly string[];
  readonly rows: readonly Row[];
}

/** Puts rows in place of all that parents have: writes them, and takes away what is not among them. */
export async function replaceRows(
  tx: SqlRunner,
  table: 'legal_basis' | 'time_limit' | 'channel_copy' | 'failure_notice_item',
  { parents, rows }: Replacement,
): Promise<void> {
  const [parent = '', place = ''] = KEYS[table].split(', ');
  await tx.$queryRawUnsafe(
    `delete from catalogue.${table} t using jsonb_array_elements_text($1::jsonb) as of (id)
     where t.${parent} = of.id and (t.${parent}, t.${place}) not in (
       select ${parent}, ${place} from jsonb_populate_recordset(null::catalogue.${table}, $2::jsonb))
     returning 1`,
    JSON.stringify(parents),
    JSON.stringify(rows),
  );
  await putRows(tx, table, rows);
}

/** Those of some ids that a table has a row of. */
export async function known(
  tx: SqlRunner,
  table: 'region' | 'institution' | 'catalogue' | 'catalogue_item' | 'disclosure',
  ids: readonly (string | null)[],
): Promise<ReadonlySet<string | null>> {
  const asked = [...new Set(ids)].filter((id) => id !== null);
  if (asked.length === 0) return new Set();
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select t.${KEYS[table]} as id from jsonb_array_elements_text($1::jsonb) as asked (id)
       join catalogue.${table} t on t.${KEYS[table]} = asked.id`,
    JSON.stringify(asked),
  );
  return new Set(rows.map(({ id }) => id));
}
