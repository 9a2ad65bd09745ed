import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BulkSession } from '../../core/sql.ts';
import { inTransaction, runnerOf } from './bulk-session.ts';
import type { Enter } from './turnstile.ts';

/** A million rows are sorted and hashed in memory rather than on disk; of the server's memory, for the session's time. */
const ROOM = '-c work_mem=64MB -c temp_buffers=64MB';

/** A session for bulk work on a connection of its own, which ends with it. */
export async function openBulkConnection(options: pg.ClientConfig, enter: Enter): Promise<BulkSession> {
  const leave = await enter();
  const client = new pg.Client({ ...options, options: `${options.options ?? ''} ${ROOM}` });
  client.on('error', () => undefined); // the statement that runs, or the next one, tells
  try {
    await client.connect();
  } catch (error) {
    leave();
    throw error;
  }
  return {
    ...runnerOf(client),
    copy: (target, lines) =>
      pipeline(Readable.from([lines], { objectMode: false }), client.query(copyFrom(`COPY ${target} FROM STDIN`))),
    transaction: (work) => inTransaction(client, work),
    release: async () => {
      await client.end().catch(() => undefined);
      leave();
    },
  };
}
