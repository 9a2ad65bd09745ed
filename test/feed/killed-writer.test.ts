import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import { openLog, type Log } from '../../feed/log.ts';
import { openDatabase, type Database } from '../../prisma/storage/database.ts';
import { migrate } from '../../prisma/storage/migrate.ts';
import { PROJECTS } from '../../prisma/storage/project.ts';
import { createPostgresDatabase, DATABASE_KINDS } from '../support/databases.ts';

const isAvailable = DATABASE_KINDS[1].isAvailable;

describe('writers that are killed', () => {
  let scratch: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let database: Database;
  let log: Log;
  beforeAll(async () => {
    if (!isAvailable) return;
    scratch = await createPostgresDatabase();
    database = await openDatabase({ kind: 'postgres', url: scratch.url });
    await migrate(PROJECTS, database.pool);
    log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock: systemClock });
  });
  afterAll(async () => {
    if (!isAvailable) return;
    await log.close();
    await database.close();
    await scratch.drop();
  });

  it.skipIf(!isAvailable)('leave what they committed and nothing else, without a gap, and hold nobody up', async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 8; kill += 1) {
      const writer = spawn(
        process.execPath,
        ['--import', 'tsx', 'test/feed/endless-writer.ts', scratch.url, String(kill)],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      let heard = 0;
      writer.stdout.on('data', (chunk: Buffer) => {
        const ids = chunk.toString().split('\n').filter(Boolean);
        acknowledged.push(...ids);
        heard += ids.length;
        if (heard > 5 + kill) writer.kill('SIGKILL');
      });
      await once(writer, 'exit');
    }
    const { entries, hasMore } = await log.read({ after: null, first: 1000 });
    expect(hasMore).toBe(false);
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_entry, index) => index + 1));
    const ids = entries.map(({ subjectId }) => subjectId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(acknowledged));
    // Both entries of a transaction, or none.
    expect(ids.filter((id) => id.endsWith('-a')).length).toBe(ids.filter((id) => id.endsWith('-b')).length);
  });
});
