import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { changed, read } from '../asked.ts';
import { codesOf } from '../documents.ts';
import { AUTHORITY, COUNTY, institution, serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';
import { store, type StoredDocument } from '../stored-documents.ts';

const CLEAN_UP = {
  name: 'publishCleanUp',
  declares: '$input: PublishCleanUpInput!',
  selects: `... on CleanUp { id title asOf publishedAt issuer { id } results(first: 10) { totalCount edges { node {
    documentId outcome note document { id validity } } } } }`,
};
const OTHER = 'authority-140522';
const at = (day: string) => new Date(`${day}T02:00:00.000Z`);
const normative = (id: string, more: Partial<StoredDocument> = {}): StoredDocument => ({
  id,
  title: `办法 ${id}`,
  publishedAt: at('2024-03-01'),
  isNormative: true,
  ...more,
});

describe.each(DATABASE_KINDS)('clean-ups on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
      await served.tell(institution(OTHER, '140522'));
    });
    afterAll(() => served.close());
    beforeEach(async () => {
      await served.db.cleanUp.deleteMany();
      await store(served, [
        normative('a'),
        normative('b', { validity: 'AMENDED' }),
        normative('c'),
        normative('d', { isNormative: false }),
        normative('gone', { validity: 'REPEALED' }),
        normative('later', { publishedAt: at('2026-11-22') }),
        normative('other', { issuerId: OTHER, regionCode: '140522' }),
        normative('waiting', { status: 'APPROVED' }),
      ]);
    });

    const RESULTS = [
      { document: 'a', outcome: 'KEPT' },
      { document: 'b', outcome: 'REPEALED', note: '已被新办法替代' },
      { document: 'c', outcome: 'TO_BE_AMENDED' },
      { document: 'd', outcome: 'EXPIRED' },
    ];
    const publish = (input: object = {}, viewer: ReturnType<typeof staff> | null = staff('PUBLISHER')) => {
      const whole = { issuer: AUTHORITY, title: '规范性文件清理结果', asOf: '2026-11-20', results: RESULTS, ...input };
      return changed(served, CLEAN_UP, { input: whole }, viewer);
    };

    it('are published with what they repeal and end, all at once', async () => {
      const before = (await served.entries()).length;
      const done = await publish();
      const kept = (documentId: string, outcome: string, validity: string, note: string | null = null) => ({
        node: { documentId, outcome, note, document: { id: documentId, validity } },
      });
      expect(done).toMatchObject({
        asOf: '2026-11-20',
        issuer: { id: AUTHORITY },
        results: {
          totalCount: 4,
          edges: [
            kept('a', 'KEPT', 'IN_FORCE'),
            kept('b', 'REPEALED', 'REPEALED', '已被新办法替代'),
            kept('c', 'TO_BE_AMENDED', 'IN_FORCE'),
            kept('d', 'EXPIRED', 'EXPIRED'),
          ],
        },
      });
      const entries = (await served.entries()).slice(before);
      expect(entries.map(({ kind, subject, subjectId }) => [kind, subject, subjectId])).toEqual([
        ['PUBLISHED', 'CLEAN_UP', done.id],
        ['REVISED', 'DOCUMENT', 'b'],
        ['REVISED', 'DOCUMENT', 'd'],
      ]);
      expect(entries[0]).toMatchObject({ regionCode: COUNTY, publisherId: AUTHORITY });
      expect(entries[0]?.payload).toEqual({
        issuer: AUTHORITY,
        region: COUNTY,
        title: '规范性文件清理结果',
        asOf: '2026-11-20',
        publishedAt: served.clock.at.toISOString(),
        results: [
          { document: 'a', outcome: 'KEPT', note: null },
          { document: 'b', outcome: 'REPEALED', note: '已被新办法替代' },
          { document: 'c', outcome: 'TO_BE_AMENDED', note: null },
          { document: 'd', outcome: 'EXPIRED', note: null },
        ],
        isSample: false,
      });
      const steps = await served.db.documentStep.findMany({ where: { documentId: 'b' } });
      expect(steps).toMatchObject([{ kind: 'VALIDITY_CHANGED', takenBy: 'publisher-1', note: '规范性文件清理结果' }]);
    });

    it('are published by publishers of the issuer’s region', async () => {
      expect(codesOf(await publish({}, null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await publish({}, staff('EDITOR')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await publish({}, staff('PUBLISHER', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
      expect(codesOf(await publish({ issuer: 'none' }))).toEqual(['NOT_FOUND']);
    });

    it('are refused for every document that does not fit and every one left out, and then nothing is changed', async () => {
      const before = (await served.entries()).length;
      const results = ['gone', 'other', 'waiting', 'none', 'c'].map((document) => ({ document, outcome: 'KEPT' }));
      const { refusals } = await publish({ results });
      expect(refusals).toMatchObject([
        { code: 'VALIDITY_NOT_FITTING', path: ['input', 'results', '0', 'document'], got: 'REPEALED' },
        { code: 'DOCUMENT_OF_OTHER_ISSUER', path: ['input', 'results', '1', 'document'], got: OTHER },
        { code: 'STATUS_NOT_FITTING', path: ['input', 'results', '2', 'document'], got: 'APPROVED' },
        { code: 'NOT_FOUND', path: ['input', 'results', '3', 'document'] },
        { code: 'CLEAN_UP_LEAVES_OUT', expected: 'a', got: '办法 a' },
        { code: 'CLEAN_UP_LEAVES_OUT', expected: 'b', got: '办法 b' },
      ]);
      expect(refusals).toHaveLength(6);
      expect(codesOf(await publish({ asOf: '2026-11-23' }))).toEqual(['CLEAN_UP_LEAVES_OUT']);
      expect(await served.entries()).toHaveLength(before);
      expect(await served.db.cleanUp.count()).toBe(0);
    });

    it('are listed by region and issuer, the newest first, with their results, by few statements', async () => {
      const ids: string[] = [];
      for (const day of ['2026-11-20', '2026-11-21']) {
        served.clock.at = new Date(served.clock.at.getTime() + 1_000);
        ids.unshift(
          (await publish({ asOf: day, results: RESULTS.slice(0, 3).map((one) => ({ ...one, outcome: 'KEPT' })) })).id,
        );
      }
      const text = `query ($region: ID!, $issuer: ID, $first: Int = 20, $after: String) {
        cleanUps(region: $region, issuer: $issuer, first: $first, after: $after) { totalCount pageInfo { endCursor }
          edges { node { id results(outcome: KEPT, first: 2) { totalCount edges { node { documentId document { title } } } } } } } }`;
      interface List {
        readonly cleanUps: {
          readonly totalCount: number;
          readonly pageInfo: { readonly endCursor: string };
          readonly edges: readonly {
            readonly node: { readonly id: string; readonly results: { readonly totalCount: number } };
          }[];
        };
      }
      served.statements();
      const { cleanUps } = await read<List>(served, text, { region: '140500', issuer: AUTHORITY });
      expect(served.statements()).toHaveLength(5);
      expect(cleanUps.edges.map(({ node }) => [node.id, node.results.totalCount])).toEqual(ids.map((id) => [id, 3]));
      const first = await read<List>(served, text, { region: COUNTY, first: 1 });
      expect(first.cleanUps).toMatchObject({ totalCount: 2, edges: [{ node: { id: ids[0] } }] });
      const after = first.cleanUps.pageInfo.endCursor;
      expect((await read<List>(served, text, { region: COUNTY, after })).cleanUps.edges).toMatchObject([
        { node: { id: ids[1] } },
      ]);
      expect((await read<List>(served, text, { region: '140522' })).cleanUps.totalCount).toBe(0);
      const entity = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CleanUp { title } } }`;
      const of = [{ __typename: 'CleanUp', id: ids[0] }];
      expect(await read(served, entity, { of })).toEqual({ _entities: [{ title: '规范性文件清理结果' }] });
    });

    it('are due two years after the last one, or after the oldest document; staff are told', async () => {
      const text = `query ($region: ID!, $on: Date) { cleanUpDue(region: $region, on: $on) { totalCount edges { node {
        issuer { id } documents lastAsOf dueOn } } } }`;
      const due = async (on: string, viewer = staff('EDITOR')) =>
        (
          await read<{ cleanUpDue: { totalCount: number; edges: { node: object }[] } }>(
            served,
            text,
            { region: '140500', on },
            viewer,
          )
        ).cleanUpDue;
      expect(await due('2026-02-28')).toEqual({ totalCount: 0, edges: [] });
      const own = { issuer: { id: AUTHORITY }, documents: 4, lastAsOf: null, dueOn: '2026-03-01' };
      const other = { issuer: { id: OTHER }, documents: 1, lastAsOf: null, dueOn: '2026-03-01' };
      expect(await due('2026-03-01')).toEqual({ totalCount: 2, edges: [{ node: own }, { node: other }] });
      await publish();
      expect((await due('2028-11-19')).totalCount).toBe(1);
      expect((await due('2028-11-20')).edges[0]?.node).toEqual({
        ...own,
        documents: 3,
        lastAsOf: '2026-11-20',
        dueOn: '2028-11-20',
      });
      for (const stranger of [null, staff('EDITOR', '140522')]) {
        const { errors } = await served.ask(text, { region: '140500' }, stranger);
        expect(errors?.[0]?.extensions['code']).toBe(stranger === null ? 'UNAUTHENTICATED' : 'FORBIDDEN');
      }
    });

    it('show no document that is no longer public', async () => {
      const { id } = await publish();
      await served.db.document.update({ where: { id: 'a' }, data: { status: 'WITHDRAWN' } });
      const text = `query ($id: ID!) { cleanUp(id: $id) { results(outcome: KEPT) { edges { node { documentId document { id } } } } } }`;
      expect(await read(served, text, { id })).toEqual({
        cleanUp: { results: { edges: [{ node: { documentId: 'a', document: null } }] } },
      });
    });
  });
});
