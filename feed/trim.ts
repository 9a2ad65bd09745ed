import type { SqlPool } from './sql.ts';
import { positionIn, readState } from './state.ts';

/**
 * Trims history up to and including a cursor: superseded entries go, the latest of each subject stays for digests and
 * exports. Readers that are behind get CURSOR_TRIMMED at once; if the deleting is interrupted, call it again.
 *
 * @throws Fault CURSOR_INVALID, CURSOR_FOREIGN or CURSOR_TRIMMED
 * @see schema/FEED.md §7
 */
export async function trim(pool: SqlPool, upTo: string): Promise<void> {
  const position = positionIn(await readState(pool), upTo);
  // Not one transaction: the first statement locks the log's row, and writers must not wait for the second.
  await pool.query('update feed.hub set trimmed_to = greatest(trimmed_to, $1::bigint)', [position]);
  await pool.query(
    `delete from feed.entry old where position <= $1::bigint and exists (
      select from feed.entry later where later.subject = old.subject and later.subject_id = old.subject_id
        and later.position > old.position and later.position <= $1::bigint)`,
    [position],
  );
}
