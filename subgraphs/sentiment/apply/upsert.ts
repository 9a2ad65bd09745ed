import type { SqlRunner } from '../../../core/sql.ts';

/** A table that entries are written to. */
export interface HeldTable {
  readonly name: string;
  /** Its columns and their types. */
  readonly columns: Readonly<Record<string, string>>;
  /** What is not public and has no value here: written with a new row, and left as it is in one that is there. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Writes rows by their ids, one statement for all; those that are there already and equal are left alone. */
export async function upsert(tx: SqlRunner, table: HeldTable, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await tx.$queryRawUnsafe(statementOf(table), JSON.stringify(rows));
}

/** Removes rows by their ids. */
export async function remove(tx: SqlRunner, { name }: HeldTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRawUnsafe(`delete from sentiment.${name} where id = any($1::text[]) returning 1`, [...ids]);
}

function statementOf({ name, columns, kept = {} }: HeldTable): string {
  const all = { ...columns, ...kept };
  const names = Object.keys(all).join(', ');
  const told = Object.entries(all).map(([column, type]) => `${column} ${type}`);
  const changing = Object.keys(columns).filter((column) => column !== 'id');
  const row = (of: string): string => changing.map((column) => `${of}.${column}`).join(', ');
  return `
    insert into sentiment.${name} as known (${names})
    select ${names} from jsonb_to_recordset($1::jsonb) as told (${told.join(', ')})
    on conflict (id) do update set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
     where (${row('known')}) is distinct from (${row('excluded')})
    returning 1`;
}
