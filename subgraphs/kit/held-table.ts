import type { SqlRunner } from '../../core/sql.ts';

/** A table that rows are written to as another hub tells them. */
export interface HeldTable {
  /** With its schema: `documents.document`. */
  readonly name: string;
  /** The columns of its primary key, and their types. */
  readonly key: Readonly<Record<string, string>>;
  /** The others that are written, and their types. */
  readonly columns: Readonly<Record<string, string>>;
  /** What is not public: written with a new row, and left as it is in one that is there. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Writes rows by their keys, one statement for all; those that are there already and equal are left alone. */
export async function upsert(tx: SqlRunner, table: HeldTable, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await tx.$queryRawUnsafe(upsertOf(table), JSON.stringify(rows));
}

/** The same; the ids of those that were written. */
export async function writtenOf(tx: SqlRunner, table: HeldTable, rows: readonly object[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const written = await tx.$queryRawUnsafe<{ id: string }[]>(upsertOf(table), JSON.stringify(rows));
  return new Set(written.map(({ id }) => id));
}

/** Removes rows by their keys. */
export async function remove(tx: SqlRunner, table: HeldTable, keys: readonly object[]): Promise<void> {
  if (keys.length === 0) return;
  const names = Object.keys(table.key).join(', ');
  const sql = `
    delete from ${table.name} where (${names}) in (select ${names} from ${toldAs(table.key)}) returning 1`;
  await tx.$queryRawUnsafe(sql, JSON.stringify(keys));
}

/**
 * Writes all that belongs to some records, in place of what is there.
 *
 * @param parent - the column of the key that names the record
 */
export async function replaceAll(
  tx: SqlRunner,
  table: HeldTable,
  { parent, ids, rows }: { readonly parent: string; readonly ids: readonly string[]; readonly rows: readonly object[] },
): Promise<void> {
  if (ids.length === 0) return;
  const same = Object.keys(table.key).map((column) => `told.${column} = known.${column}`);
  const sql = `
    delete from ${table.name} known
     where known.${parent} = any($2::text[])
       and not exists (select from ${toldAs(table.key)} where ${same.join(' and ')})
    returning 1`;
  await tx.$queryRawUnsafe(sql, JSON.stringify(rows), [...ids]);
  await upsert(tx, table, rows);
}

function upsertOf({ name, key, columns, kept = {} }: HeldTable): string {
  const all = { ...key, ...columns, ...kept };
  const names = Object.keys(all).join(', ');
  const changing = Object.keys(columns);
  const row = (of: string): string => changing.map((column) => `${of}.${column}`).join(', ');
  const update =
    changing.length === 0
      ? 'nothing'
      : `update set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
     where (${row('known')}) is distinct from (${row('excluded')})`;
  return `
    insert into ${name} as known (${names})
    select ${names} from ${toldAs(all)}
    on conflict (${Object.keys(key).join(', ')}) do ${update}
    returning ${Object.keys(key).join(', ')}`;
}

/** The rows of the first parameter as a table `told`. */
function toldAs(columns: Readonly<Record<string, string>>): string {
  const typed = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  return `json_to_recordset($1::json) as told (${typed.join(', ')})`;
}
