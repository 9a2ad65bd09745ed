import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TERMS_TO_COME } from '../../../../subgraphs/documents/rules/search/search-terms.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { read } from '../asked.ts';
import { AUTHORITY, serveDocuments, type ServedDocuments } from '../serve-documents.ts';
import { take } from './taking-over.ts';
import { toldDocument } from './told.ts';

const MANY = 60;
const WORDS = ['烟', '控烟', '控烟工作', 'covid19 措施', '七', '第七件', '沁卫发〔2026〕7号', '烟草', '——'];
const many = Array.from({ length: MANY }, (_, at) =>
  toldDocument(`many-${String(at).padStart(2, '0')}`, {
    title: at % 7 === 0 ? '第七件 控烟工作通知' : '控烟通知',
    body: at % 5 === 0 ? '“ＣＯＶＩＤ－19” 的 措施' : '正文',
    documentNumber: `沁卫发〔2026〕${String(at + 1)}号`,
    region: at % 2 === 0 ? '140521' : '140522',
    publishedAt: new Date(Date.UTC(2026, 9, 1 + (at % 9))).toISOString(),
  }),
);

describe.each(DATABASE_KINDS)('documents that come in great numbers, on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let city: ServedDocuments;
    beforeAll(async () => {
      city = await serveDocuments(await openMigrated());
    });
    afterAll(() => city.close());

    const toCome = () => city.db.documentSearch.count({ where: { terms: { has: TERMS_TO_COME } } });
    const search = async () => {
      const found: unknown[] = [];
      for (const text of WORDS) {
        for (const more of [{}, { region: '140521' }, { issuer: AUTHORITY }, { region: '140522', issuer: AUTHORITY }]) {
          const first = await page({ text, ...more }, null);
          const second = await page({ text, ...more }, first.documents.pageInfo.endCursor);
          found.push({ text, more, first, second });
        }
      }
      return found;
    };
    const page = (filter: object, after: string | null) =>
      read<{ documents: { pageInfo: { endCursor: string } } }>(
        city,
        `query ($filter: DocumentFilter, $after: String) { documents(filter: $filter, first: 4, after: $after) {
           totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
        { filter, after },
      );

    it('are found at once, and alike when their terms are made, which a chore does', async () => {
      await take(city, many);
      expect(await toCome()).toBe(MANY);
      const atOnce = await search();
      expect(atOnce[0]).toMatchObject({ first: { documents: { totalCount: MANY } } });
      await city.chores();
      expect(await toCome()).toBe(0);
      expect(await search()).toEqual(atOnce);
    });

    it('keep their terms when they come again with the same text, and lose them with another', async () => {
      await take(
        city,
        many.map((entry) => ({ ...entry, payload: { ...entry.payload, validity: 'AMENDED' } })),
      );
      expect(await toCome()).toBe(0);
      await take(
        city,
        many.map((entry, at) => ({ ...entry, payload: { ...entry.payload, ...(at < 3 && { body: '烟草' }) } })),
      );
      expect(await toCome()).toBe(3);
      const filter = { text: '烟草' };
      expect(await page(filter, null)).toMatchObject({ documents: { totalCount: 3 } });
      await city.chores();
      expect(await page(filter, null)).toMatchObject({ documents: { totalCount: 3 } });
    });

    it('have their terms at once when they are few', async () => {
      await take(city, [toldDocument('few', { body: '鼋鼍' })]);
      expect(await toCome()).toBe(0);
      expect(await page({ text: '鼋鼍' }, null)).toMatchObject({ documents: { totalCount: 1 } });
    });
  });
});
