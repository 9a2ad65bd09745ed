import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { bound, codesOf, drafted, published, publishedPolicy, reviewed, withdrawn } from './documents.ts';
import { COUNTY, serveDocuments, staff, type ServedDocuments } from './serve-documents.ts';

describe.each(DATABASE_KINDS)('what is public of documents on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    const newest = async (count: number) => (await served.entries()).slice(-count);
    const read = async (id: string) =>
      ((await served.ask('query ($id: ID!) { document(id: $id) { title } }', { id })).data as { document: unknown })
        .document;

    it('ends with a withdrawal; the tombstones of document and interpretations hold the reason and nothing else', async () => {
      const { id, interpretations } = await publishedPolicy(served, { catalogueItems: ['item-a'] });
      const [interpretation] = interpretations as { id: string }[];
      expect(codesOf(await withdrawn(served, id, ' '))).toEqual(['VALUE_MISSING']);
      const gone = await withdrawn(served, id);
      expect(gone).toMatchObject({ status: 'WITHDRAWN', withdrawalReason: 'PUBLISHED_IN_ERROR' });
      const payload = { reason: 'PUBLISHED_IN_ERROR', note: '印发有误' };
      const entries = await newest(2);
      expect(entries).toMatchObject([
        { kind: 'WITHDRAWN', subject: 'DOCUMENT', subjectId: id, catalogueItemIds: ['item-a'] },
        { kind: 'WITHDRAWN', subject: 'INTERPRETATION', subjectId: interpretation?.id },
      ]);
      expect(entries.map((entry) => entry.payload)).toEqual([payload, payload]);
      expect(await read(id)).toBeNull();
      const left = await served.ask(
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Interpretation { title } } }',
        { representations: [{ __typename: 'Interpretation', id: interpretation?.id }] },
      );
      expect(left.data).toEqual({ _entities: [null] });
      expect(codesOf(await withdrawn(served, id))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await bound(served, id))).toEqual(['STATUS_NOT_FITTING']);
    });

    it('is all or nothing when a document is published and withdrawn at once', async () => {
      const { id } = await drafted(served);
      await reviewed(served, id);
      const [out, back] = await Promise.all([published(served, id), withdrawn(served, id)]);
      expect(out.__typename).toBe('Document');
      const kinds = (await served.entries()).filter(({ subjectId }) => subjectId === id).map(({ kind }) => kind);
      expect(kinds).toEqual(back.__typename === 'Document' ? ['PUBLISHED', 'WITHDRAWN'] : ['PUBLISHED']);
    });

    it('holds a superior only while it may be read', async () => {
      const superior = (await publishedPolicy(served, { title: '上级文件' })).id;
      const { id } = await publishedPolicy(served, { superior });
      const shown = async (viewer: ReturnType<typeof staff> | null) =>
        (await served.ask('query ($id: ID!) { document(id: $id) { superior { title } } }', { id }, viewer)).data;
      expect(await shown(null)).toEqual({ document: { superior: { title: '上级文件' } } });
      await withdrawn(served, superior);
      expect(await shown(null)).toEqual({ document: { superior: null } });
      expect(await shown(staff('EDITOR', '140522'))).toEqual({ document: { superior: null } });
      expect(await shown(staff('EDITOR', COUNTY))).toEqual({ document: { superior: { title: '上级文件' } } });
    });

    it('leaves out the ground, which staff of the region see', async () => {
      const { id } = await drafted(served, { ground: '政府信息公开条例 第十九条' });
      await reviewed(served, id);
      await published(served, id);
      const ground = async (viewer: ReturnType<typeof staff> | null) =>
        (await served.ask('query ($id: ID!) { document(id: $id) { ground draftedAt } }', { id }, viewer)).data;
      expect(await ground(staff('EDITOR'))).toMatchObject({ document: { ground: '政府信息公开条例 第十九条' } });
      for (const stranger of [null, staff('EDITOR', '140522'), staff('AGGREGATOR')]) {
        expect(await ground(stranger)).toEqual({ document: { ground: null, draftedAt: null } });
      }
    });
  });
});
