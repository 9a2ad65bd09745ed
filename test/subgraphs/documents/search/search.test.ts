import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexMissingDocuments } from '../../../../subgraphs/documents/commands/search/index-missing-documents.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { read } from '../asked.ts';
import { drafted, published, reviewed, withdrawn } from '../documents.ts';
import { serveDocuments, type ServedDocuments } from '../serve-documents.ts';
import { store, type StoredDocument } from '../stored-documents.ts';

const LIST = `query ($filter: DocumentFilter, $first: Int = 100, $after: String) {
  documents(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;

interface List {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

const publishedAt = new Date('2026-10-20T00:00:00Z');
const KNOWN: readonly StoredDocument[] = [
  { id: 'a', title: '报销比例提高到90%的通知', documentNumber: '沁卫发〔2026〕1号', publishedAt },
  { id: 'b', title: '报销比例提高到901元的通知', documentNumber: '沁卫发〔2026〕11号', publishedAt },
  { id: 'c', title: 'COVID_19 防控', theme: '卫生健康', genre: '通知', publishedAt },
  { id: 'd', title: 'covid-19 防控', indexNumber: '076478684q/2021-00081', isNormative: true, publishedAt },
  { id: 'e', title: '鼋 “防”——控', body: '烟酒\n管理', publishedAt },
  { id: 'hidden', title: '防控', status: 'APPROVED', publishedAt },
];

/** The normal form, written another way: of the whole text at once. */
function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/** Which documents hold every word, one after the other. */
function naive(documents: readonly StoredDocument[], query: string, region: string): string[] {
  const words = query
    .split(/\s+/u)
    .map(plainForm)
    .filter((word) => word !== '');
  const prefix = region.replace(/(?:00)+$/, '');
  return documents
    .filter(
      ({ title = '', body = '', documentNumber, status, regionCode = '' }) =>
        status === 'PUBLISHED' &&
        regionCode.startsWith(prefix) &&
        words.length > 0 &&
        words.every((word) => [title, body, documentNumber ?? ''].some((text) => plainForm(text).includes(word))),
    )
    .sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime() || (one.id < other.id ? 1 : -1))
    .map(({ id }) => id);
}

const LETTERS = ['卫', '生', '健', '康', 'a', 'B', '１', '2', '，', '〔', '𠮷', '㈠'] as const;
const aText = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 10 });
const aDocument = fc.record({
  title: aText,
  body: aText,
  documentNumber: fc.option(aText),
  regionCode: fc.constantFrom('140521', '140522', '140428'),
  status: fc.constantFrom('PUBLISHED' as const, 'PUBLISHED' as const, 'WITHDRAWN' as const, 'APPROVED' as const),
  publishedAt: fc.constantFrom('2026-10-20T00:00:00Z', '2026-10-21T00:00:00Z').map((at) => new Date(at)),
});
const aQuery = fc
  .array(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));

describe.each(DATABASE_KINDS)('a search in documents on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    const listed = async (filter: object, page: object = {}) =>
      (await read<{ documents: List }>(served, LIST, { filter, ...page })).documents;
    const found = async (filter: object) => (await listed(filter)).edges.map(({ node }) => node.id);

    it.each<[string, object, readonly string[]]>([
      ['text anywhere in the title', { text: '报销比例' }, ['b', 'a']],
      ['text in the body', { text: '正文' }, ['d', 'c', 'b', 'a']],
      ['one character', { text: '鼋' }, ['e']],
      ['words that all stand somewhere', { text: '防控 烟酒' }, ['e']],
      ['nothing when one word stands nowhere', { text: '防控 茶' }, []],
      ['a phrase across punctuation, spaces and lines', { text: '酒管理' }, ['e']],
      ['no phrase across two texts', { text: '控烟' }, []],
      ['a number with or without its sign', { text: '90%' }, ['b', 'a']],
      ['letters whatever their case, width and hyphens', { text: 'Ｃovid19' }, ['d', 'c']],
      ['a part of a word in Latin letters', { text: 'ovi' }, ['d', 'c']],
      ['a document number, however it is typed', { text: '沁卫发(2026) １号' }, ['a']],
      ['a part of a document number', { text: '2026〕1' }, ['b', 'a']],
      ['an index number', { text: '2021-00081' }, ['d']],
      ['everything for blank text', { text: '  ' }, ['e', 'd', 'c', 'b', 'a']],
      ['nothing for punctuation alone', { text: '%_？' }, []],
      ['what stands nowhere', { text: '不存在' }, []],
      ['by document number', { documentNumber: '沁卫发(2026) １１ 号' }, ['b']],
      ['nothing for a part of a number', { documentNumber: '沁卫发〔2026〕' }, []],
      ['by index number', { indexNumber: ' 076478684Q/2021-00081' }, ['d']],
      ['by theme and genre', { theme: '卫生健康', genre: '通知' }, ['c']],
      ['no other theme', { theme: '卫生' }, []],
      ['normative ones', { isNormative: true }, ['d']],
      ['those that are not, and hold a word', { isNormative: false, text: '防控' }, ['e', 'c']],
    ])('finds %s', async (_what, filter, expected) => {
      await store(served, KNOWN);
      expect(await found(filter)).toEqual(expected);
      expect((await listed(filter)).totalCount).toBe(expected.length);
    });

    it('finds exactly the published documents that hold all words', { timeout: 120_000 }, async () => {
      const region = fc.constantFrom('140000', '140500', '140521');
      await fc.assert(
        fc.asyncProperty(fc.array(aDocument, { maxLength: 12 }), aQuery, region, async (made, text, code) => {
          const documents = made.map((document, index) => ({ ...document, id: `d-${String(index).padStart(2, '0')}` }));
          await store(served, numbered(documents));
          expect(await found({ text, region: code })).toEqual(naive(documents, text, code));
        }),
        { numRuns: 60 },
      );
    });

    it('goes page after page, the newest first, by two statements and one for the count', async () => {
      const many = Array.from({ length: 45 }, (_, index) => ({
        id: `d-${String(index).padStart(2, '0')}`,
        title: index % 3 === 0 ? '卫生健康' : '卫生，健身康复',
        publishedAt: new Date(Date.UTC(2026, 9, 1 + Math.floor(index / 6))),
      }));
      await store(served, many);
      const ids: string[] = [];
      for (let after: string | null = null, hasNext = true; hasNext;) {
        served.statements();
        const page: List = await listed({ text: '卫生健康', region: '140500' }, { first: 4, after });
        expect(served.statements()).toHaveLength(3);
        expect(page.totalCount).toBe(15);
        ids.push(...page.edges.map(({ node }) => node.id));
        [after, hasNext] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      const expected = many.filter((_, index) => index % 3 === 0).map(({ id }) => id);
      expect(ids).toEqual(expected.reverse());
    });

    it('knows a document from its publication to its withdrawal, and never a draft', async () => {
      const { id } = await drafted(served, { title: '饕餮管理办法' });
      const filter = { text: '饕餮' };
      expect(await found(filter)).toEqual([]);
      await reviewed(served, id);
      await published(served, id);
      expect(await found(filter)).toEqual([id]);
      await withdrawn(served, id);
      expect(await found(filter)).toEqual([]);
      expect(await served.db.documentSearch.count({ where: { documentId: id } })).toBe(0);
    });

    it('finds what was there before it, once the hub has looked, by several processes at once', async () => {
      const many = Array.from({ length: 120 }, (_, index) => ({
        id: `d-${String(index)}`,
        title: '旧文',
        publishedAt,
      }));
      await store(served, [...many, { id: 'hidden', title: '旧文', status: 'WITHDRAWN', publishedAt }]);
      await served.db.documentSearch.deleteMany();
      expect((await listed({ text: '旧文' })).totalCount).toBe(0);
      await Promise.all([served.chores(), indexMissingDocuments(served)]);
      await served.chores();
      expect((await listed({ text: '旧文' })).totalCount).toBe(120);
    });

    it('shows cuts of the body around what was sought', async () => {
      await store(served, [{ id: 'a', title: '控烟', body: `关于“控 烟”工作。${'略'.repeat(60)}控烟`, publishedAt }]);
      const excerpts = async (text: string, first?: number) => {
        const query = `query ($text: String!, $first: Int) { document(id: "a") { excerpts(text: $text, first: $first) { before hit after } } }`;
        return (await read<{ document: { excerpts: object[] } }>(served, query, { text, first })).document.excerpts;
      };
      expect(await excerpts('控烟')).toEqual([
        { before: '关于“', hit: '控 烟', after: `”工作。${'略'.repeat(20)}…` },
        { before: `…${'略'.repeat(24)}`, hit: '控烟', after: '' },
      ]);
      expect(await excerpts('控烟', 1)).toHaveLength(1);
      expect(await excerpts('？')).toEqual([]);
      const refused = await served.ask('{ document(id: "a") { excerpts(text: "控", first: 11) { hit } } }');
      expect(refused.errors?.[0]?.extensions['code']).toBe('LIMIT_EXCEEDED');
    });
  });
});

/** An issuer has each number once. */
function numbered(documents: readonly StoredDocument[]): StoredDocument[] {
  return documents.map((document) => ({ ...document, issuerId: `issuer of ${document.id}` }));
}
