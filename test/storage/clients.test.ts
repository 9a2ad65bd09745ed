import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PrismaClient as PricingClient } from '../../prisma/generated/pricing/client/client.ts';
import { PrismaClient as SentimentClient } from '../../prisma/generated/sentiment/client/client.ts';
import { clientOptions } from '../../prisma/storage/client.ts';
import type { Database } from '../../prisma/storage/database.ts';
import { DATABASE_KINDS, openMigratedMemory } from '../support/databases.ts';

describe.each(DATABASE_KINDS)('two owners’ clients on one $kind database', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('that share its pool', () => {
    let database: Database;
    let pricing: PricingClient;
    let sentiment: SentimentClient;
    beforeAll(async () => {
      database = await openMigrated();
      pricing = new PricingClient(clientOptions(database.pool, 'pricing'));
      sentiment = new SentimentClient(clientOptions(database.pool, 'sentiment'));
    });
    afterAll(() => database.close());
    beforeEach(async () => {
      await pricing.checkpoint.deleteMany();
      await sentiment.checkpoint.deleteMany();
    });

    it('each see only their own tables', async () => {
      await pricing.checkpoint.create({ data: { follower: 'a', position: 1n } });
      expect(await sentiment.checkpoint.count()).toBe(0);
      expect(await pricing.checkpoint.findMany()).toEqual([{ follower: 'a', position: 1n }]);
    });

    it('keep a transaction that fails apart from one that succeeds beside it', async () => {
      const failing = pricing.$transaction(async (tx) => {
        await tx.checkpoint.create({ data: { follower: 'lost' } });
        await tx.checkpoint.create({ data: { follower: 'lost' } });
      });
      const succeeding = sentiment.$transaction(async (tx) => {
        await tx.checkpoint.create({ data: { follower: 'kept' } });
        return tx.checkpoint.count();
      });
      await expect(failing).rejects.toMatchObject({ code: 'P2002' });
      expect(await succeeding).toBe(1);
      expect(await pricing.checkpoint.count()).toBe(0);
      expect(await sentiment.checkpoint.count()).toBe(1);
    });

    it('lose nothing but the transaction that waited or worked too long', async () => {
      const tooLong = pricing.$transaction(
        async (tx) => {
          await tx.checkpoint.create({ data: { follower: 'too long' } });
          await tx.$queryRawUnsafe('SELECT pg_sleep(0.3)::text');
          await tx.checkpoint.count();
        },
        { timeout: 100 },
      );
      await expect(tooLong).rejects.toMatchObject({ code: 'P2028' });
      expect(await pricing.checkpoint.count()).toBe(0);
      expect(await sentiment.$transaction((tx) => tx.checkpoint.count())).toBe(0);
    });

    it('leave the pool open when one is disconnected', async () => {
      const passing = new PricingClient(clientOptions(database.pool, 'pricing'));
      await passing.checkpoint.count();
      await passing.$disconnect();
      expect(await pricing.checkpoint.count()).toBe(0);
      expect((await database.pool.query('SELECT 1 AS a')).rows).toEqual([{ a: 1 }]);
    });
  });
});

describe('transactions on the one connection of an embedded database', () => {
  it('wait for each other: no query lands in another’s transaction', async () => {
    const database = await openMigratedMemory();
    const pricing = new PricingClient(clientOptions(database.pool, 'pricing'));
    const sentiment = new SentimentClient(clientOptions(database.pool, 'sentiment'));
    const order: string[] = [];
    const write = (name: string): Promise<void> =>
      pricing.$transaction(async (tx) => {
        order.push(`${name} begins`);
        await tx.checkpoint.create({ data: { follower: name } });
        await tx.checkpoint.count();
        order.push(`${name} ends`);
      });
    const read = async (): Promise<void> => {
      await sentiment.checkpoint.count();
      order.push('a query is answered');
    };
    await Promise.all([write('one'), read(), write('two'), read()]);
    const afterBegin = order.filter((_, index) => order[index - 1]?.endsWith('begins'));
    expect(afterBegin.toSorted()).toEqual(['one ends', 'two ends']);
    await database.close();
  });
});
