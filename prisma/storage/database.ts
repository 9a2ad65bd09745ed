import type pg from 'pg';
import { openEmbedded, type EmbeddedDatabase } from './embedded.ts';
import { openPostgres, type PostgresConfig } from './postgres.ts';

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
  /** Ends the pool when all that is running has ended, and the embedded database with it. Safe to call again. */
  close(): Promise<void>;
}

/** Which database to open. */
export type DatabaseConfig =
  | ({ readonly kind: 'postgres' } & PostgresConfig)
  /** PGlite in a folder, which the caller owns: see `ownDataFolder`. */
  | { readonly kind: 'embedded'; readonly folder: string }
  /** PGlite in memory, for tests and for work that leaves nothing behind. */
  | { readonly kind: 'memory'; readonly template?: Uint8Array };

/**
 * Opens the database and checks that it answers.
 *
 * @throws StartupProblem with one line for people when it does not
 */
export function openDatabase(
  config: DatabaseConfig & { readonly kind: 'memory' | 'embedded' },
): Promise<EmbeddedDatabase>;
export function openDatabase(config: DatabaseConfig): Promise<Database>;
export function openDatabase(config: DatabaseConfig): Promise<Database> {
  switch (config.kind) {
    case 'postgres':
      return openPostgres(config);
    case 'embedded':
      return openEmbedded(config);
    case 'memory':
      return openEmbedded({ ...config, folder: null });
  }
}
