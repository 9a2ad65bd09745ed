import type pg from 'pg';
import type { BulkSession } from '../../core/sql.ts';

/** The one database of a hub, whichever kind it is. */
export interface Database {
  readonly kind: 'embedded' | 'postgres';
  /**
   * The one pool that every client and every query shares. The embedded database has a single connection: whoever
   * holds it must not wait for another user of the pool.
   */
  readonly pool: pg.Pool;
  /**
   * Calls `onNotify` with the payload of each NOTIFY on the channel. Notifications are hints: after a lost connection
   * `onNotify` is called once with an empty payload, since some may have been missed.
   *
   * @returns stops listening
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  /** Opens a session for bulk work. There are few at a time, and the next waits for one to be released. */
  openBulk(): Promise<BulkSession>;
  /** Ends the pool when all that is running has ended, and the embedded database with it. Safe to call again. */
  close(): Promise<void>;
}
