import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import { openLog, type Log } from '../../feed/log.ts';
import { openDatabase, type Database } from '../../prisma/storage/database.ts';
import { migrate } from '../../prisma/storage/migrate.ts';
import { PROJECTS } from '../../prisma/storage/project.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { createPostgresDatabase } from '../support/server.ts';

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
    const streamed: string[] = [];
    const items = await log.stream({ after: log.cursorAt(0) });
    const streaming = (async () => {
      for await (const item of items) if (item.kind === 'entry') streamed.push(item.entry.subjectId);
    })();
    // Three processes write side by side, and each is killed wherever it happens to be.
    for (let round = 0; round < 3; round += 1) {
      const names = [0, 1, 2].map((number) => `${String(round)}${String(number)}`);
      await Promise.all(names.map((name, number) => writeUntilKilled(name, 5 + number * 3)));
    }
    async function writeUntilKilled(name: string, enough: number): Promise<void> {
      const writer = spawn(process.execPath, ['--import', 'tsx', 'test/feed/endless-writer.ts', scratch.url, name], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let heard = 0;
      writer.stdout.on('data', (chunk: Buffer) => {
        const ids = chunk.toString().split('\n').filter(Boolean);
        acknowledged.push(...ids);
        heard += ids.length;
        if (heard > enough) writer.kill('SIGKILL');
      });
      await once(writer, 'exit');
    }
    // A server notices a vanished client a moment later; whoever gets the lock comes after all of them.
    await database.pool.query('begin; select 1 from feed.hub for update; commit');
    const { entries, hasMore } = await log.read({ after: null, first: 1000 });
    expect(hasMore).toBe(false);
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_entry, index) => index + 1));
    const ids = entries.map(({ subjectId }) => subjectId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(acknowledged));
    while (streamed.length < ids.length) await setImmediate();
    await items.return?.();
    await streaming;
    expect(streamed).toEqual(ids);
    // Both entries of a transaction, or none.
    expect(ids.filter((id) => id.endsWith('-a')).length).toBe(ids.filter((id) => id.endsWith('-b')).length);
  });
});
