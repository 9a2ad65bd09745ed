import { Fault } from '../core/fault.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { SqlPool } from './sql.ts';

/** Where the log stands at one instant. */
export interface LogState {
  readonly epoch: string;
  /** The position of the last committed entry. */
  readonly head: number;
  /** Cursors before this position can not be continued from. */
  readonly trimmedTo: number;
}

/** The columns of {@link StateRow} in the table `feed.hub`, which a statement calls `hub`. */
export const STATE_COLUMNS = 'hub.epoch, hub.position::text as head, hub.trimmed_to::text as trimmed_to';

/** A row that begins with {@link STATE_COLUMNS}. */
export interface StateRow {
  readonly epoch: string;
  readonly head: string;
  readonly trimmed_to: string;
}

/** The state in the first row of an answer, which always has one. */
export function stateOf(row: StateRow | undefined): LogState {
  if (row === undefined) throw new Error('The log belongs to no hub yet: establish the hub before reading.');
  return { epoch: row.epoch, head: Number(row.head), trimmedTo: Number(row.trimmed_to) };
}

/** Where the log stands now. */
export async function readState(pool: SqlPool): Promise<LogState> {
  const { rows } = await pool.query<StateRow>(`select ${STATE_COLUMNS} from feed.hub`);
  return stateOf(rows[0]);
}

/** Where the export stands from which a reader starts when history was trimmed. */
const EXPORT_PATH = '/export';

/**
 * The position from which a reader continues.
 *
 * @param cursor - null for the beginning of the log
 * @throws Fault CURSOR_INVALID, CURSOR_FOREIGN (another epoch, or ahead of the log), or CURSOR_TRIMMED
 */
export function positionIn(state: LogState, cursor: string | null): number {
  const place = cursor === null ? { epoch: state.epoch, position: 0 } : decodeCursor(cursor);
  if (place.epoch !== state.epoch) {
    throw new Fault(
      'CURSOR_FOREIGN',
      'Expected a cursor of this log; got one of another hub or from before a restore.',
    );
  }
  if (place.position > state.head) {
    throw new Fault('CURSOR_FOREIGN', 'Expected a cursor of this log; got one that is ahead of the log.');
  }
  if (place.position < state.trimmedTo) {
    const oldest = encodeCursor({ epoch: state.epoch, position: state.trimmedTo });
    const got = cursor === null ? 'the beginning' : 'an earlier one';
    throw new Fault(
      'CURSOR_TRIMMED',
      `Expected a cursor at or after ${oldest}; got ${got}. Start from ${EXPORT_PATH}.`,
      {
        oldest,
        export: EXPORT_PATH,
      },
    );
  }
  return place.position;
}
