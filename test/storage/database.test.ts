import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../prisma/storage/database.ts';
import { StartupProblem } from '../../prisma/storage/startup-problem.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { createPostgresDatabase } from '../support/server.ts';

describe.each(DATABASE_KINDS)('a $kind database', ({ isAvailable, kind, openEmpty }) => {
  describe.skipIf(!isAvailable)('behind its pool', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openEmpty();
    });
    afterAll(() => database.close());

    it('says which kind it is', () => {
      expect(database.kind).toBe(kind);
    });

    it('answers parameters, prepared statements and several statements at once', async () => {
      const { pool } = database;
      expect((await pool.query('SELECT $1::int + 1 AS n', [1])).rows).toEqual([{ n: 2 }]);
      for (const n of [1, 2]) {
        expect((await pool.query({ name: 'twice', text: 'SELECT $1::int * 2 AS n', values: [n] })).rows).toEqual([
          { n: n * 2 },
        ]);
      }
      const results: unknown = await pool.query('SELECT 1 AS a; SELECT 2 AS b');
      expect(results).toMatchObject([{ rows: [{ a: 1 }] }, { rows: [{ b: 2 }] }]);
    });

    it('carries answers of many megabytes whole', async () => {
      const { rows } = await database.pool.query<{ n: number; text: string }>(
        `SELECT n, repeat(chr(19968 + n % 1000), 100) AS text FROM generate_series(1, 20000) n`,
      );
      expect(rows).toHaveLength(20_000);
      expect(rows.every(({ n, text }) => text === String.fromCodePoint(19_968 + (n % 1000)).repeat(100))).toBe(true);
    });

    it('goes on after an error, with the code that PostgreSQL gives', async () => {
      await expect(database.pool.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
      expect((await database.pool.query('SELECT 1 AS a')).rows).toEqual([{ a: 1 }]);
    });

    it('does not let a connection that was given up in a transaction touch the next', async () => {
      const client = await database.pool.connect();
      await client.query('BEGIN');
      await client.query('CREATE TABLE left_open (one int)');
      await client.query({ name: 'mine', text: 'SELECT 1' });
      client.release(new Error('given up'));
      expect((await database.pool.query(`SELECT to_regclass('left_open') AS found`)).rows).toEqual([{ found: null }]);
      expect((await database.pool.query({ name: 'mine', text: 'SELECT 2 AS a' })).rows).toEqual([{ a: 2 }]);
    });

    it('outlives the loss of a connection that somebody holds', async () => {
      const client = await database.pool.connect();
      const stream: unknown = Reflect.get(Reflect.get(client, 'connection'), 'stream');
      (stream as Duplex).destroy(new Error('the line was cut'));
      await expect(client.query('SELECT 1')).rejects.toThrow(/line was cut|terminated|not queryable/);
      client.release();
      expect((await database.pool.query('SELECT 1 AS a')).rows).toEqual([{ a: 1 }]);
    });

    it('hands notifications to every listener of the channel until it stops', async () => {
      const heard: string[] = [];
      const stop = await database.listen('wake "up"', (payload) => heard.push(`first ${payload}`));
      const stopSecond = await database.listen('wake "up"', (payload) => heard.push(`second ${payload}`));
      await database.pool.query(`NOTIFY "wake ""up""", 'one'`);
      await expect.poll(() => heard.toSorted()).toEqual(['first one', 'second one']);
      await stop();
      await database.pool.query(`NOTIFY "wake ""up""", 'two'`);
      await expect.poll(() => heard.toSorted()).toEqual(['first one', 'second one', 'second two']);
      await stopSecond();
    });

    it('answers other things while a long query runs', async () => {
      const order: string[] = [];
      const query = database.pool
        .query('SELECT count(*) FROM generate_series(1, 1000000) n WHERE n % 7 = n % 11')
        .then(() => order.push('query'));
      const timer = new Promise<void>((resolve) => {
        setTimeout(() => {
          order.push('timer');
          resolve();
        }, 1);
      });
      await Promise.all([query, timer]);
      expect(order).toEqual(['timer', 'query']);
    });
  });
});

const [EMBEDDED, POSTGRES] = DATABASE_KINDS;

describe('an embedded database', () => {
  it('listens again on a replaced connection', async () => {
    const database = await EMBEDDED.openEmpty();
    const heard: string[] = [];
    await database.listen('wake', (payload) => heard.push(payload));
    const client = await database.pool.connect();
    client.release(new Error('given up'));
    await database.pool.query(`NOTIFY wake, 'still'`);
    await expect.poll(() => heard).toEqual(['still']);
    await database.close();
    await database.close();
    await expect(database.pool.query('SELECT 1')).rejects.toThrow();
  });

  it('starts from a template with all that was in it', async () => {
    const first = await openDatabase({ kind: 'memory' });
    await first.pool.query('CREATE TABLE a AS SELECT 7 AS one');
    const template = await first.dumpTemplate();
    await first.close();
    const second = await openDatabase({ kind: 'memory', template });
    expect((await second.pool.query('SELECT one FROM a')).rows).toEqual([{ one: 7 }]);
    await second.close();
  });
});

describe.skipIf(!POSTGRES.isAvailable)('listening on PostgreSQL', () => {
  it('goes on after the server ended the connection, and says that something may have been missed', async () => {
    const { url, drop } = await createPostgresDatabase();
    const database = await openDatabase({ kind: 'postgres', url });
    const heard: string[] = [];
    await database.listen('wake', (payload) => heard.push(payload));
    await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['']);
    await database.pool.query(`NOTIFY wake, 'again'`);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['', 'again']);
    await database.close();
    await drop();
  });
});

describe('DATABASE_URL', () => {
  it('that nothing answers at is named without its password', async () => {
    const opening = openDatabase({ kind: 'postgres', url: 'postgres://hub:secret@127.0.0.1:1/hub' });
    await expect(opening).rejects.toThrow(StartupProblem);
    await expect(opening).rejects.toThrow(
      'expected a PostgreSQL server at postgres://hub:***@127.0.0.1:1/hub, but: connect ECONNREFUSED 127.0.0.1:1',
    );
  });

  it.each(['mysql://host/db', 'host=127.0.0.1', 'postgres://['])(
    'that is no address of PostgreSQL is refused: %s',
    async (url) => {
      await expect(openDatabase({ kind: 'postgres', url })).rejects.toThrow(/^DATABASE_URL: expected postgres:/);
    },
  );
});
