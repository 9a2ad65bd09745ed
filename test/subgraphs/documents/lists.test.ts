import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { serveDocuments, staff, type ServedDocuments } from './serve-documents.ts';
import { store, type StoredDocument } from './stored-documents.ts';

const COUNTIES = ['140502', '140521', '140522'];
/** Three documents share each instant of publication, so that the order needs the id. */
const DOCUMENTS: readonly StoredDocument[] = Array.from({ length: 150 }, (_, index) => ({
  id: `document-${String(index).padStart(3, '0')}`,
  regionCode: COUNTIES[index % 3] ?? '',
  publishedAt: new Date(Date.UTC(2026, 9, 1) + Math.floor(index / 3) * 3_600_000),
  validity: index % 2 === 0 ? 'IN_FORCE' : 'REPEALED',
  issuerId: `authority-${String(index % 5)}`,
  superiorId: index < 3 ? null : 'document-000',
  items: [`item-${String(index % 7)}`, 'item-all'],
  interpretations: index % 2 === 0 ? [{ forms: ['CHART'], channels: ['OTHER'] }] : [],
}));
const HIDDEN: readonly StoredDocument[] = [
  { id: 'approved', status: 'APPROVED', publishedAt: new Date('2026-10-20T00:00:00Z') },
  { id: 'withdrawn', status: 'WITHDRAWN', publishedAt: new Date('2026-10-20T00:00:00Z') },
];
const NEWEST_FIRST = [...DOCUMENTS].sort(
  (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? 1 : -1),
);
const LIST = `query ($filter: DocumentFilter, $first: Int = 100, $after: String) {
  documents(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;

interface List {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

describe.each(DATABASE_KINDS)('lists of documents on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
      await store(served, [...DOCUMENTS, ...HIDDEN]);
    });
    afterAll(() => served.close());

    const listed = async (variables: Record<string, unknown>, viewer = null as ReturnType<typeof staff> | null) => {
      const { data, errors } = await served.ask(LIST, variables, viewer);
      expect(errors).toBeUndefined();
      return (data as { documents: List }).documents;
    };
    const idsOf = ({ edges }: List) => edges.map(({ node }) => node.id);

    it('give every public document once, the newest first, page after page, also to staff', async () => {
      for (const viewer of [null, staff('PUBLISHER')]) {
        const ids: string[] = [];
        for (let after: string | null = null, hasNext = true; hasNext;) {
          const page: List = await listed({ filter: null, first: 7, after }, viewer);
          ids.push(...idsOf(page));
          [after, hasNext] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
        }
        expect(ids).toEqual(NEWEST_FIRST.map(({ id }) => id));
      }
    });

    it.each<[string, object, (document: StoredDocument) => boolean]>([
      ['of a prefecture', { region: '140500' }, () => true],
      ['of a county', { region: '140521' }, ({ regionCode }) => regionCode === '140521'],
      ['of another prefecture', { region: '140400' }, () => false],
      ['of an issuer', { issuer: 'authority-2' }, ({ issuerId }) => issuerId === 'authority-2'],
      ['under a catalogue item', { item: 'item-3' }, ({ items }) => items?.includes('item-3') === true],
      ['of a validity', { validity: 'REPEALED' }, ({ validity }) => validity === 'REPEALED'],
      [
        'of a day in Shanghai',
        { publishedFrom: '2026-10-02', publishedTo: '2026-10-02' },
        ({ publishedAt }) =>
          publishedAt >= new Date('2026-10-01T16:00:00Z') && publishedAt < new Date('2026-10-02T16:00:00Z'),
      ],
      ['up to the last day that there is', { publishedTo: '9999-12-31' }, () => true],
      [
        'that fit everything that is asked',
        { region: '140521', validity: 'IN_FORCE', issuer: 'authority-1', item: 'item-all' },
        ({ regionCode, validity, issuerId }) =>
          regionCode === '140521' && validity === 'IN_FORCE' && issuerId === 'authority-1',
      ],
    ])('hold those %s', async (_what, filter, belongs) => {
      const expected = NEWEST_FIRST.filter(belongs).map(({ id }) => id);
      const list = await listed({ filter });
      expect(list.totalCount).toBe(expected.length);
      expect(idsOf(list)).toEqual(expected.slice(0, 100));
    });

    it('cost two statements, and one for their count, with all that a dashboard selects', async () => {
      const text = `query Documents($filter: DocumentFilter, $first: Int!, $after: String) {
        documents(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
          edges { node { id title documentNumber indexNumber attribute validity issuedOn publishedAt issuer { id }
            superior { id title documentNumber } interpretations { id title forms channels publishedAt } catalogueItems { id } } } } }`;
      served.statements();
      const { data, errors } = await served.ask(text, { filter: { region: '140500' }, first: 50 });
      expect(errors).toBeUndefined();
      expect(served.statements()).toHaveLength(3);
      const nodes = (data as { documents: { edges: { node: Record<string, unknown> }[] } }).documents.edges;
      expect(nodes).toHaveLength(50);
      expect(nodes[0]?.node).toMatchObject({
        id: 'document-149',
        issuer: { id: 'authority-4' },
        superior: { id: 'document-000', title: '文件 document-000' },
        interpretations: [],
        catalogueItems: [{ id: 'item-2' }, { id: 'item-all' }],
      });
      expect(nodes[1]?.node).toMatchObject({ interpretations: [{ forms: ['CHART'], channels: ['OTHER'] }] });
    });

    it('cost the same for many regions as for one', async () => {
      const representations = ['140500', ...COUNTIES, '140400'].map((code) => ({ __typename: 'Region', code }));
      const text = `query ($representations: [_Any!]!, $after: String) { _entities(representations: $representations) { ... on Region {
        code documents(first: 10, after: $after) { totalCount pageInfo { endCursor } edges { node { id interpretations { id } } } } } } }`;
      const found = async (after: string | null) => {
        served.statements();
        const { data, errors } = await served.ask(text, { representations, after });
        expect(errors).toBeUndefined();
        expect(served.statements()).toHaveLength(3);
        return (data as { _entities: { code: string; documents: List }[] })._entities;
      };
      const regions = await found(null);
      expect(regions.map(({ code, documents }) => [code, documents.totalCount, documents.edges.length])).toEqual([
        ['140500', 150, 10],
        ['140502', 50, 10],
        ['140521', 50, 10],
        ['140522', 50, 10],
        ['140400', 0, 0],
      ]);
      const county = NEWEST_FIRST.filter(({ regionCode }) => regionCode === '140521').map(({ id }) => id);
      expect(idsOf(regions[2]?.documents as List)).toEqual(county.slice(0, 10));
      const behind = await found(regions[2]?.documents.pageInfo.endCursor ?? null);
      expect(idsOf(behind[2]?.documents as List)).toEqual(county.slice(10, 20));
    });

    it.each([
      [
        'Document',
        '... on Document { id title superior { id } interpretations { id } catalogueItems { id } }',
        (id: string) => id,
      ],
      ['Interpretation', '... on Interpretation { id title document { id title } }', (id: string) => `${id} 0`],
    ])('of fifty entities of %s cost one statement, in the order asked', async (typeName, selection, keyOf) => {
      const ids = DOCUMENTS.filter((_, index) => index % 2 === 0)
        .slice(0, 50)
        .map(({ id }) => keyOf(id));
      const representations = ids.map((id) => ({ __typename: typeName, id }));
      served.statements();
      const text = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
      const { data, errors } = await served.ask(text, { representations });
      expect(errors).toBeUndefined();
      expect((data as { _entities: { id: string }[] })._entities.map(({ id }) => id)).toEqual(ids);
      expect(served.statements()).toHaveLength(1);
    });

    it('do not resolve what is not public', async () => {
      const representations = HIDDEN.map(({ id }) => ({ __typename: 'Document', id }));
      const text =
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Document { id } } }';
      expect((await served.ask(text, { representations })).data).toEqual({ _entities: [null, null] });
      const own = await served.ask(text, { representations }, staff('EDITOR'));
      expect(own.data).toEqual({ _entities: HIDDEN.map(({ id }) => ({ id })) });
    });

    it.each([
      ['a cursor that is none', { after: 'x' }, 'CURSOR_INVALID'],
      ['a cursor of another list', { after: Buffer.from('["0101","item"]').toString('base64url') }, 'CURSOR_INVALID'],
      ['a page of none', { first: 0 }, 'LIMIT_EXCEEDED'],
      ['a page of 101', { first: 101 }, 'LIMIT_EXCEEDED'],
      ['a region that is none', { filter: { region: '山西' } }, 'BAD_USER_INPUT'],
    ])('refuse %s', async (_what, variables, code) => {
      const { errors } = await served.ask(LIST, variables);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
    });
  });
});
