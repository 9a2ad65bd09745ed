import { describe, expect, it } from 'vitest';
import { runnerOf } from '../../prisma/storage/bulk-session.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog } from './with-log.ts';
import { numbered } from './writers.ts';

describe.each(DATABASE_KINDS)('entries in any number, on $kind', ({ isAvailable, openMigrated }) => {
  it.skipIf(!isAvailable)('are appended at once and in order, as the same entries by append are', () =>
    withLog({ openMigrated }, async ({ log, database, commit }) => {
      await commit(numbered('before'), numbered('n 0'));
      const session = await database.openBulk();
      const count = await session.transaction(async (tx) => {
        const entries = await log.stage(tx);
        await entries.add([numbered('n 0'), numbered('n 1')]);
        await entries.add([]);
        await entries.add([numbered('n 2')]);
        const held = await tx.$queryRawUnsafe<{ position: string }[]>('select position::text from feed.hub');
        expect(held[0]?.position).toBe('2');
        return entries.append();
      });
      await session.release();
      expect(count).toBe(3);
      const { entries } = await log.read({ after: null, first: 10 });
      expect(entries.map(({ position, subjectId }) => [position, subjectId])).toEqual([
        ...[
          [1, 'before'],
          [2, 'n 0'],
          [3, 'n 0'],
        ],
        ...[
          [4, 'n 1'],
          [5, 'n 2'],
        ],
      ]);
      expect(entries[2]?.digest).toBe(entries[1]?.digest);
      expect(new Set(entries.map(({ id }) => id)).size).toBe(5);
    }),
  );

  it.skipIf(!isAvailable)('leave nothing when their transaction is taken back, nor when there are none', () =>
    withLog({ openMigrated }, async ({ log, database }) => {
      const client = await database.pool.connect();
      await client.query('begin');
      const entries = await log.stage(runnerOf(client));
      expect(await entries.append()).toBe(0);
      await entries.add([numbered('lost')]);
      await entries.append();
      await client.query('rollback');
      client.release();
      expect((await log.read({ after: null, first: 10 })).entries).toEqual([]);
      expect((await database.pool.query(`select 1 from pg_class where relname like 'staged%'`)).rows).toEqual([]);
    }),
  );
});
