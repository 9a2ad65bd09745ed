import type { SqlRunner } from '../../core/sql.ts';

/** A table that entries of another hub are written to. */
export interface HeldTable {
  /** With its schema: `catalogue.region`. */
  readonly name: string;
  /** What names a row; `id` when left out. */
  readonly key?: readonly string[];
  /** Its columns and their types, those of the key too. */
  readonly columns: Readonly<Record<string, string>>;
  /** What is not public and has no value here: written with a new row, and left as it is in one that is there. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Writes rows by their keys, one statement for all; those that are there already and equal are left alone. */
export async function upsert(tx: SqlRunner, table: HeldTable, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await tx.$queryRawUnsafe(statementOf(table), JSON.stringify(rows));
}

/** Removes rows by their ids. */
export async function remove(tx: SqlRunner, { name }: HeldTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRawUnsafe(`delete from ${name} where id = any($1::text[]) returning 1`, [...ids]);
}

function row(columns: readonly string[], of: string): string {
  return columns.map((column) => `${of}.${column}`).join(', ');
}

function statementOf({ name, key = ['id'], columns, kept = {} }: HeldTable): string {
  const all = { ...columns, ...kept };
  const names = Object.keys(all).join(', ');
  const told = Object.entries(all).map(([column, type]) => `${column} ${type}`);
  const changing = Object.keys(columns).filter((column) => !key.includes(column));
  const change =
    changing.length === 0
      ? 'nothing'
      : `update set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
     where (${row(changing, 'known')}) is distinct from (${row(changing, 'excluded')})`;
  return `
    insert into ${name} as known (${names})
    select ${names} from jsonb_to_recordset($1::jsonb) as told (${told.join(', ')})
    on conflict (${key.join(', ')}) do ${change}
    returning 1`;
}
