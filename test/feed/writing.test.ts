import { describe, expect, it } from 'vitest';
import { append, type SqlTransaction } from '../../feed/append.ts';
import { runnerOf } from '../../prisma/storage/bulk-session.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog } from './with-log.ts';
import { numbered } from './writers.ts';

describe.each(DATABASE_KINDS)('FEED.md 10: writing, on $kind', (kind) => {
  const clause = it.skipIf(!kind.isAvailable);

  clause('10.3 an entry that is passed on keeps its id, origin, time and digest; the same id a second time fails', () =>
    withLog(kind, async ({ log, commit }) => {
      await commit(numbered('own'));
      const [own] = (await log.read({ after: null, first: 1 })).entries;
      const passedOn = {
        ...numbered('own'),
        id: 'entry-of-the-county',
        originId: 'county',
        catalogueItemIds: ['c2', 'c1'],
      };
      await commit(passedOn);
      const [, kept] = (await log.read({ after: null, first: 2 })).entries;
      expect(kept).toMatchObject({ ...passedOn, digest: own?.digest });
      expect(own).toMatchObject({ originId: log.hub.id, catalogueItemIds: [] });
      await expect(commit(numbered('with it'), passedOn)).rejects.toThrow('entry_id_key');
      expect((await log.read({ after: null, first: 9 })).entries).toHaveLength(2);
    }),
  );

  clause('10.4 takes a payload of a mebibyte and no more, and says which one it was', () =>
    withLog(kind, async ({ log, commit }) => {
      const sized = (length: number) => ({
        ...numbered('big'),
        payload: { t: 'x'.repeat(length - '{"t":""}'.length) },
      });
      await commit(sized(1_048_576));
      await expect(commit(sized(1_048_577))).rejects.toThrow('DOCUMENT big: a payload has at most 1 MiB; got 1048577');
      expect((await log.read({ after: null, first: 9 })).entries[0]?.size).toBeGreaterThan(1_048_000);
    }),
  );

  clause('10.1 nothing is written, locked or told by an append of nothing', () =>
    withLog(kind, async ({ database }) => {
      const statements: string[] = [];
      const tx: SqlTransaction = {
        $queryRawUnsafe: (sql) => {
          statements.push(sql);
          return Promise.reject(new Error('Nothing was to be asked.'));
        },
      };
      expect(await append(tx, [])).toEqual([]);
      expect(statements).toEqual([]);
      expect((await database.pool.query<{ position: string }>('select position from feed.hub')).rows[0]?.position).toBe(
        '0',
      );
    }),
  );

  clause('2.4 several appends in one transaction, and what a savepoint takes back', () =>
    withLog(kind, async ({ log, database }) => {
      const client = await database.pool.connect();
      const tx = runnerOf(client);
      await client.query('begin');
      await append(tx, [numbered('a')]);
      await client.query('savepoint here');
      await append(tx, [numbered('taken back')]);
      await client.query('rollback to here');
      await append(tx, [numbered('b'), numbered('c')]);
      await client.query('commit');
      client.release();
      const { entries } = await log.read({ after: null, first: 9 });
      expect(entries.map(({ subjectId, position }) => [subjectId, position])).toEqual([
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]);
    }),
  );
});

const [, postgres] = DATABASE_KINDS;

describe('FEED.md 10: writers side by side', () => {
  it.skipIf(!postgres.isAvailable)(
    '2.2 whoever comes second waits for the first, and nobody sees its entry before',
    () =>
      withLog(postgres, async ({ log, database }) => {
        const [first, second] = await Promise.all([database.pool.connect(), database.pool.connect()]);
        await Promise.all([first.query('begin'), second.query('begin')]);
        await append(runnerOf(first), [numbered('first')]);
        let isSecondThrough = false;
        const waiting = append(runnerOf(second), [numbered('second')]).then(() => {
          isSecondThrough = true;
          return second.query('commit');
        });
        await blocked(database);
        expect(isSecondThrough).toBe(false);
        expect((await log.read({ after: null, first: 9 })).entries).toEqual([]);
        await first.query('commit');
        await waiting;
        first.release();
        second.release();
        const { entries } = await log.read({ after: null, first: 9 });
        expect(entries.map(({ subjectId }) => subjectId)).toEqual(['first', 'second']);
      }),
  );

  it.skipIf(!postgres.isAvailable).each(['repeatable read', 'serializable'])(
    '10.2 under %s a writer that had to wait fails with 40001 and leaves nothing',
    (isolation) =>
      withLog(postgres, async ({ log, database, commit }) => {
        const late = await database.pool.connect();
        await late.query(`begin isolation level ${isolation}`);
        await late.query('select position from feed.hub');
        await commit(numbered('early'));
        await expect(append(runnerOf(late), [numbered('late')])).rejects.toMatchObject({ code: '40001' });
        await late.query('rollback');
        late.release();
        const { entries } = await log.read({ after: null, first: 9 });
        expect(entries.map(({ subjectId }) => subjectId)).toEqual(['early']);
      }),
  );
});

/** Resolves once some session of the database waits for another's lock. */
async function blocked({ pool }: { pool: { query: (sql: string) => Promise<{ rows: unknown[] }> } }): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
  }
}
