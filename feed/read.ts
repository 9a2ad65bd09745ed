import { decodeCursor, encodeCursor } from './cursor.ts';
import { ENTRY_COLUMNS, entryOf, type EntryRow, type LogEntry } from './entry.ts';
import { conditionsOf, type Selection } from './filter.ts';
import type { SqlPool } from './sql.ts';
import { positionIn, STATE_COLUMNS, stateOf, type StateRow } from './state.ts';

/** How many positions one page reads at most, whatever the filter. `schema/FEED.md` §4.3. */
const POSITIONS_PER_PAGE = 10_000;

/** The most entries that a page has. */
export const ENTRIES_PER_PAGE = 1_000;

/** Which page of the log. */
export interface PageRequest {
  /** Null: from the beginning. */
  readonly after: string | null;
  /** 1 to {@link ENTRIES_PER_PAGE}; the caller has checked it. */
  readonly first: number;
  /** All entries when left out. */
  readonly selection?: Selection | undefined;
}

/** A stretch of the log, all of one instant. */
export interface Page {
  /** What fits, in commit order. */
  readonly entries: readonly LogEntry[];
  /** How far the log was read: from where to continue. */
  readonly endCursor: string;
  /** Whether there was more behind `endCursor`. */
  readonly hasMore: boolean;
  /** The last entry there was. */
  readonly head: string;
}

/**
 * One page of the log after a cursor. One statement, so that entries and head are of one snapshot; one range of the
 * primary key, so that its cost does not depend on the length of the log or on the filter.
 *
 * @throws Fault CURSOR_INVALID, CURSOR_FOREIGN or CURSOR_TRIMMED
 */
export async function readAfter(pool: SqlPool, { after, first, selection }: PageRequest): Promise<Page> {
  const start = after === null ? 0 : decodeCursor(after).position;
  const values: unknown[] = [start, start + POSITIONS_PER_PAGE, first];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  const conditions = selection === undefined ? [] : conditionsOf(selection, bind);
  const { rows } = await pool.query<StateRow & (EntryRow | { readonly entry_position: null })>(
    `select ${STATE_COLUMNS}, entry.* from feed.hub left join lateral (
      select ${ENTRY_COLUMNS}, position from feed.entry
      where ${['position > $1::bigint', 'position <= $2::bigint', ...conditions].join(' and ')}
      order by position limit $3::int
    ) entry on true order by entry.position`,
    values,
  );
  const state = stateOf(rows[0]);
  positionIn(state, after);
  const { epoch, head } = state;
  const entries = rows.flatMap((row) => (row.entry_position === null ? [] : [entryOf(row, epoch)]));
  const last = entries.length === first ? entries.at(-1) : undefined;
  const end = last?.position ?? Math.min(head, start + POSITIONS_PER_PAGE);
  const cursorAt = (position: number): string => encodeCursor({ epoch, position });
  return { entries, endCursor: cursorAt(end), hasMore: end < head, head: cursorAt(head) };
}
