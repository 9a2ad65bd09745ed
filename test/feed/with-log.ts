import type { NewEntry } from '../../core/change.ts';
import { systemClock } from '../../core/clock.ts';
import { append } from '../../feed/append.ts';
import { openLog, type Log } from '../../feed/log.ts';
import { runnerOf } from '../../prisma/storage/bulk-session.ts';
import type { Database } from '../../prisma/storage/database.ts';
import type { DatabaseKind } from '../support/databases.ts';

/** A log of its own for one test, and a way to commit entries to it. */
export interface TestLog {
  readonly log: Log;
  readonly database: Database;
  readonly commit: (...entries: readonly NewEntry[]) => Promise<readonly string[]>;
}

/** Runs a test on a fresh log and closes it. */
export async function withLog(
  { openMigrated }: Pick<DatabaseKind, 'openMigrated'>,
  test: (on: TestLog) => Promise<void>,
): Promise<void> {
  const database = await openMigrated();
  const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock: systemClock });
  const commit = async (...entries: readonly NewEntry[]): Promise<readonly string[]> => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      const appended = await append(runnerOf(client), entries);
      await client.query('commit');
      return appended.map(({ cursor }) => cursor);
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
  try {
    await test({ log, database, commit });
  } finally {
    await log.close();
    await database.close();
  }
}
