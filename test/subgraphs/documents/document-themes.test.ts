import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { serveDocuments, type ServedDocuments } from './serve-documents.ts';
import { store } from './stored-documents.ts';

describe.each(DATABASE_KINDS)('themes on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    it('are those of what a region published, the largest first, by one statement', async () => {
      const publishedAt = new Date('2026-05-01T00:00:00.000Z');
      await store(served, [
        { id: 'a', publishedAt },
        { id: 'b', publishedAt, validity: 'REPEALED' },
        { id: 'c', publishedAt },
        { id: 'd', publishedAt, status: 'WITHDRAWN' },
        { id: 'e', publishedAt, status: 'APPROVED' },
        { id: 'f', publishedAt, regionCode: '140522' },
        { id: 'g', publishedAt },
      ]);
      await served.db.document.updateMany({ where: { id: { in: ['a', 'b', 'd'] } }, data: { theme: '疫情防控' } });
      await served.db.document.updateMany({ where: { id: { in: ['c', 'e', 'f'] } }, data: { theme: '中医药' } });
      served.statements();
      const ask = async (region: string) =>
        (await served.ask(`{ documentThemes(region: "${region}") { theme documents inForce } }`)).data;
      expect(await ask('140521')).toEqual({
        documentThemes: [
          { theme: '疫情防控', documents: 2, inForce: 1 },
          { theme: '中医药', documents: 1, inForce: 1 },
        ],
      });
      expect(served.statements()).toHaveLength(1);
      expect(await ask('140500')).toEqual({
        documentThemes: [
          { theme: '中医药', documents: 2, inForce: 2 },
          { theme: '疫情防控', documents: 2, inForce: 1 },
        ],
      });
    });
  });
});
