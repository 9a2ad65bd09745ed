import type { Database } from './contract.ts';
import { openEmbedded, type EmbeddedDatabase } from './embedded.ts';
import { openPostgres, type PostgresConfig } from './postgres.ts';

export type { Database } from './contract.ts';

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
