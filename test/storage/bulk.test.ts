import { describe, expect, it } from 'vitest';
import { turnstile } from '../../prisma/storage/turnstile.ts';
import { DATABASE_KINDS } from '../support/databases.ts';

describe.each(DATABASE_KINDS)('sessions for bulk work, on $kind', ({ kind, isAvailable, openEmpty }) => {
  it.skipIf(!isAvailable)('load texts with every sign, keep temporary tables, and take transactions back', async () => {
    const database = await openEmpty();
    try {
      const session = await database.openBulk();
      await session.$queryRawUnsafe('CREATE TEMPORARY TABLE loaded_here (number integer, words text)');
      await session.copy('loaded_here (number, words)', '1\t一级护理\n2\t\\N\n3\ta\\tb\\nc\\\\\n');
      await expect(session.copy('loaded_here (number, words)', 'x\ty\n')).rejects.toThrow(/integer/);
      const failing = session.transaction(async (tx) => {
        await tx.$queryRawUnsafe('DELETE FROM loaded_here');
        throw new Error('taken back');
      });
      await expect(failing).rejects.toThrow('taken back');
      expect(await session.$queryRawUnsafe('SELECT * FROM loaded_here ORDER BY number')).toEqual([
        { number: 1, words: '一级护理' },
        { number: 2, words: null },
        { number: 3, words: 'a\tb\nc\\' },
      ]);
      await session.$queryRawUnsafe('DROP TABLE loaded_here');
      await session.release();
    } finally {
      await database.close();
    }
  });

  it.skipIf(!isAvailable)('let others work between their statements', async () => {
    const database = await openEmpty();
    try {
      const session = await database.openBulk();
      await session.$queryRawUnsafe('CREATE TEMPORARY TABLE loaded_there (number integer)');
      const turns = await Promise.all([
        session.copy('loaded_there (number)', '1\n'),
        database.pool.query('SELECT 1 AS one'),
        session.copy('loaded_there (number)', '2\n'),
        database.pool.query('SELECT 2 AS two'),
      ]);
      expect(turns).toHaveLength(4);
      expect(await session.$queryRawUnsafe('SELECT count(*)::int AS count FROM loaded_there')).toEqual([{ count: 2 }]);
      await session.$queryRawUnsafe('DROP TABLE loaded_there');
      await session.release();
      expect(database.kind).toBe(kind);
    } finally {
      await database.close();
    }
  });
});

describe('a turnstile', () => {
  it('lets so many in, and the next when one leaves, however often it says so', async () => {
    const enter = turnstile(2);
    const [first, second] = [await enter(), await enter()];
    const order: string[] = [];
    const third = enter().then((leave) => (order.push('third'), leave));
    const fourth = enter().then((leave) => (order.push('fourth'), leave));
    await Promise.resolve();
    expect(order).toEqual([]);
    first();
    first();
    (await third)();
    (await fourth)();
    expect(order).toEqual(['third', 'fourth']);
    second();
    expect(typeof (await enter())).toBe('function');
  });
});
