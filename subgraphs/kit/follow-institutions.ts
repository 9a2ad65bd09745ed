import type { LogEntry } from '../../feed/entry.ts';
import type { SqlTransaction } from '../../feed/append.ts';
import type { Follower } from './follower.ts';

/**
 * Keeps the institutions that the log tells of in a subgraph's own schema: what it needs of them to decide and filter.
 *
 * @param schema - the owner's Postgres schema; its table `followed_institution` has id, name, kind, region_code and
 *   the columns named
 * @param columns - further columns, and which member of the payload each takes
 */
export function followInstitutions<Tx extends SqlTransaction>(
  schema: string,
  columns: Readonly<Record<string, string>> = {},
): Follower<Tx> {
  const kept = { name: 'name', kind: 'kind', region_code: 'region', ...columns };
  const names = Object.keys(kept);
  const upsert = `
    insert into "${schema}".followed_institution (id, ${names.join(', ')})
    select id, ${names.join(', ')} from json_to_recordset($1::json) as e(id text, ${names.map((name) => `${name} text`).join(', ')})
    on conflict (id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
    returning 1`;
  return {
    schema,
    name: 'institutions',
    subjects: ['INSTITUTION'],
    apply: async (tx, entries) => {
      const latest = new Map(entries.map((entry) => [entry.subjectId, entry]));
      const rows = [...latest.values()].filter(({ kind }) => kind !== 'WITHDRAWN').map((entry) => rowOf(entry, kept));
      await tx.$queryRawUnsafe(upsert, JSON.stringify(rows));
    },
  };
}

function rowOf({ subjectId, payload }: LogEntry, columns: Readonly<Record<string, string>>): Record<string, unknown> {
  const row: Record<string, unknown> = { id: subjectId };
  for (const [column, member] of Object.entries(columns)) row[column] = payload[member] ?? null;
  return row;
}
