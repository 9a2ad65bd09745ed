import type pg from 'pg';
import type { BulkSession } from '../../core/sql.ts';
import { inTransaction, runnerOf } from './bulk-session.ts';
import type { Enter } from './turnstile.ts';

/**
 * A session for bulk work in the embedded database. Its one connection is taken for a statement, a load or a transaction,
 * and others have it in between.
 *
 * @param copy - runs a COPY from `/dev/blob` in the database's thread
 */
export async function embeddedBulk(
  pool: pg.Pool,
  copy: (sql: string, lines: string) => Promise<void>,
  enter: Enter,
): Promise<BulkSession> {
  const leave = await enter();
  const withClient = async <Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  };
  return {
    $queryRawUnsafe: (sql, ...values) => withClient((client) => runnerOf(client).$queryRawUnsafe(sql, ...values)),
    // No other user of the connection may be in a transaction meanwhile: the rows would be part of it.
    copy: (target, lines) => withClient(() => copy(`COPY ${target} FROM '/dev/blob'`, lines)),
    transaction: (work) => withClient((client) => inTransaction(client, work)),
    release: () => {
      leave();
      return Promise.resolve();
    },
  };
}
