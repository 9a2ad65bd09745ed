import type { ChangeSubject } from '../core/change.ts';
import { decodeCursor } from './cursor.ts';
import { ENTRY_COLUMNS, entryOf, type EntryRow, type LogEntry } from './entry.ts';
import { conditionsOf, selectionOf } from './filter.ts';
import type { SqlPool } from './sql.ts';
import { positionIn, readState } from './state.ts';

/** Which records, as they stood at which place in the log. */
export interface SnapshotRequest {
  readonly subject: ChangeSubject;
  /** The cursor up to which entries count. */
  readonly at: string;
  /** GB/T 2260; only records of this region and those below it. Null: all. */
  readonly region: string | null;
  /** Only records whose `subjectId` is behind this one, and at or before that one, as bytes; null: no such end. */
  readonly after?: string | null;
  readonly until?: string | null;
}

/** So many subjects are read at a time. */
const SUBJECTS_PER_PAGE = 1_000;

/**
 * The live records of one subject kind at a cursor: of each its latest entry, sorted by `subjectId` as bytes. The same
 * request gives the same entries for as long as the log is not trimmed beyond it, whatever is written meanwhile; each page
 * is one statement on the index of subjects, and nothing is held between them.
 *
 * @throws Fault CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_TRIMMED (also midway), or BAD_USER_INPUT for a malformed region
 * @see schema/FEED.md §11
 */
export async function* snapshot(
  pool: SqlPool,
  { subject, at, region, after: start = null, until = null }: SnapshotRequest,
): AsyncGenerator<readonly LogEntry[], void, void> {
  const { epoch, position } = decodeCursor(at);
  for (let after = start ?? ''; ;) {
    positionIn(await readState(pool), at);
    const values: unknown[] = [subject, after, position, SUBJECTS_PER_PAGE, until];
    const selection = selectionOf({ regions: region === null ? null : [region] });
    const conditions = conditionsOf(selection, (value) => `$${String(values.push(value))}`);
    const { rows } = await pool.query<{ last: string | null } & (EntryRow | { readonly entry_position: null })>(
      `with page as (
         select distinct subject_id from feed.entry
         where subject = $1 and subject_id > $2 and ($5::text is null or subject_id <= $5)
         order by subject_id limit $4::int
       )
       select (select max(subject_id) from page) as last, latest.* from (select 1) one left join (
         select latest.* from page, lateral (
           select ${ENTRY_COLUMNS} from feed.entry where ${['subject = $1', 'entry.subject_id = page.subject_id', 'position <= $3::bigint', ...conditions].join(' and ')}
            order by position desc limit 1) latest where latest.kind <> 'WITHDRAWN'
       ) latest on true order by latest.subject_id`,
      values,
    );
    // Read again behind the page: what was trimmed while it was read would be missing from it.
    positionIn(await readState(pool), at);
    const entries = rows.flatMap((row) => (row.entry_position === null ? [] : [entryOf(row, epoch)]));
    if (entries.length > 0) yield entries;
    const last = rows[0]?.last ?? null;
    if (last === null) return;
    after = last;
  }
}
