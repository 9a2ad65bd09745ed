import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../prisma/storage/database.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'hub-embedded-')), 'db');
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

describe('an embedded database in a folder', () => {
  it('keeps what was committed, and only that, when its process is killed', async () => {
    const script = join(import.meta.dirname, 'write-and-wait.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    expect(said).toBe('written');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = await openDatabase({ kind: 'embedded', folder });
    expect((await database.pool.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('is still there after it was closed with a transaction left open', async () => {
    const first = await openDatabase({ kind: 'embedded', folder });
    await first.pool.query('CREATE TABLE kept AS SELECT 1 AS one');
    const client = await first.pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO kept VALUES (2)');
    client.release();
    await first.close();
    const second = await openDatabase({ kind: 'embedded', folder });
    expect((await second.pool.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
    await second.close();
  });

  it('syncs its log to the disk at each commit, as PostgreSQL does', async () => {
    const database = await openDatabase({ kind: 'embedded', folder });
    const { rows } = await database.pool.query(
      `SELECT current_setting('fsync') AS fsync, current_setting('wal_sync_method') AS method`,
    );
    expect(rows).toEqual([{ fsync: 'on', method: 'fsync' }]);
    await database.pool.query('CREATE TABLE synced (one int); CHECKPOINT');
    await database.close();
  });

  it('is not started from files of something else', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'PG_VERSION'), '9\n');
    await expect(openDatabase({ kind: 'embedded', folder })).rejects.toThrow(
      /^the embedded database in .*db did not start/,
    );
  });
});
