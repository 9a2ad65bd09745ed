import { Fault } from '../core/fault.ts';
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
 * @throws Fault FORBIDDEN when a change that is told to have happened here is of a subject that is held from another hub
 */
export async function append(tx: SqlTransaction, entries: readonly EntryToAppend[]): Promise<readonly AppendedEntry[]> {
  if (entries.length === 0) return [];
  const records = entries.map(recordOf);
  const rows = await tx.$queryRawUnsafe<AppendedRow[]>(
    APPEND,
    `[${records.map((record, index) => record.json(index + 1)).join(',')}]`,
    records.length,
  );
  const hub = appendedRow(rows);
  return records.map(({ id, originId, digest }, index) => {
    const position = Number(hub.base) + index + 1;
    return { id, originId: originId ?? hub.id, position, cursor: encodeCursor({ epoch: hub.epoch, position }), digest };
  });
}

/** What the statement of {@link appendFrom} answers. */
export interface AppendedRow {
  readonly id: string;
  readonly epoch: string;
  readonly base: string;
  /** A subject that is held from another hub, and the lane that it came by; null when there is none. */
  readonly name: string | null;
  readonly lane: string | null;
}

/** The one row of the answer, when everything may be written. */
export function appendedRow(rows: readonly AppendedRow[]): AppendedRow {
  const [row] = rows;
  if (row === undefined) throw new Error('The log belongs to no hub yet: establish the hub before appending.');
  if (row.name === null || row.lane === null) return row;
  throw new Fault(
    'FORBIDDEN',
    `${row.name} is held from the hub of region ${row.lane}: expected the change to be made there; got one made here.`,
    { heldFrom: row.lane },
  );
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
), held as (
  select e.subject || ' ' || e.subject_id as name, latest.lane from ${source} e, lateral (
    select x.lane from feed.entry x where x.subject = e.subject and x.subject_id = e.subject_id
    order by x.position desc limit 1) latest
  where exists (select from feed.lane) and e.lane is null and latest.lane is not null limit 1
)
select id, epoch, base::text as base, (select name from held), (select lane from held), pg_notify('${WAKE_CHANNEL}', '')::text as told from taken`;
}

const APPEND = appendFrom(`(select * from json_to_recordset($1::json) as r(${ENTRY_TYPES}))`, '$2');
