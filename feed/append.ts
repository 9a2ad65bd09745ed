import { encodeCursor } from './cursor.ts';
import { ENTRY_TYPES, recordOf, type EntryToAppend } from './entry-record.ts';
import type { SqlTransaction } from './sql.ts';

export type { EntryToAppend } from './entry-record.ts';
export type { SqlTransaction } from './sql.ts';

/** Where an entry stands now. It is there for others once the transaction has committed, and not at all otherwise. */
export interface AppendedEntry {
  readonly id: string;
  readonly originId: string;
  readonly position: number;
  readonly cursor: string;
  readonly digest: string;
}

/** The PostgreSQL channel on which a commit of entries is told. */
export const WAKE_CHANNEL = 'feed_log';

/**
 * Writes entries on the caller's transaction, as its **last** statement. See `schema/FEED.md` §10.
 *
 * The update of the hub's row takes a lock that is held until the transaction ends; so whoever has the next position
 * commits later, and what becomes visible is always a prefix of the log. A rollback gives the positions back.
 *
 * Meant for READ COMMITTED: there, a writer that waited for the lock goes on from the newest position. In a stricter
 * isolation the database fails it with SQLSTATE 40001, and the caller runs its transaction again.
 *
 * @returns the entries' places, in the order given
 * @throws TypeError when a payload has no canonical form or is too long; nothing is written then
 */
export async function append(tx: SqlTransaction, entries: readonly EntryToAppend[]): Promise<readonly AppendedEntry[]> {
  if (entries.length === 0) return [];
  const records = entries.map(recordOf);
  const rows = await tx.$queryRawUnsafe<{ id: string; epoch: string; base: string }[]>(
    APPEND,
    `[${records.map((record, index) => record.json(index + 1)).join(',')}]`,
    records.length,
  );
  const hub = rows[0];
  if (hub === undefined) throw new Error('The log belongs to no hub yet: establish the hub before appending.');
  return records.map(({ id, originId, digest }, index) => {
    const position = Number(hub.base) + index + 1;
    return { id, originId: originId ?? hub.id, position, cursor: encodeCursor({ epoch: hub.epoch, position }), digest };
  });
}

/**
 * The statement that takes the next positions and writes entries to them.
 *
 * @param source - SQL that gives records with the columns of {@link ENTRY_TYPES}, numbered from 1 on
 * @param count - the parameter that says how many there are
 */
export function appendFrom(source: string, count: `$${number}`): string {
  return `
with taken as (
  update feed.hub set position = position + ${count}::int returning id, epoch, position - ${count}::int as base
), added as (
  insert into feed.entry (position, id, kind, subject, subject_id, occurred_at, origin_id, lane, region_code, publisher_id,
    catalogue_item_ids, payload, digest)
  select taken.base + e.n, e.id, e.kind::feed.entry_kind, e.subject, e.subject_id, e.occurred_at,
    coalesce(e.origin_id, taken.id), e.lane, e.region_code, e.publisher_id, e.catalogue_item_ids, e.payload, e.digest
  from taken, ${source} e order by e.n
)
select id, epoch, base::text as base, pg_notify('${WAKE_CHANNEL}', '')::text as told from taken`;
}

const APPEND = appendFrom(`(select * from json_to_recordset($1::json) as r(${ENTRY_TYPES}))`, '$2');
