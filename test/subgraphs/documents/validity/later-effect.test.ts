import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documents } from '../../../../subgraphs/documents/index.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { CONFIGURED } from '../../../support/configured.ts';
import { changed } from '../asked.ts';
import { drafted, published, publishedPolicy, reviewed, withdrawn } from '../documents.ts';
import { serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';

const RELATE = {
  name: 'relateDocument',
  declares: '$id: ID!, $relates: [RelatedDocumentInput!]!',
  selects: '... on Document { id }',
};
const NOW = new Date('2026-11-23T02:00:00.000Z');

describe.each(DATABASE_KINDS)(
  'a document that holds later than it is published, on $kind',
  ({ isAvailable, openMigrated }) => {
    describe.skipIf(!isAvailable)('', () => {
      let served: ServedDocuments;
      beforeAll(async () => {
        served = await serveDocuments(await openMigrated());
      });
      afterAll(() => served.close());

      const successor = async (relates: readonly object[]): Promise<string> => {
        served.clock.at = NOW;
        const { id } = await drafted(served, { title: '新办法', effectiveOn: '2027-01-01' });
        await changed(served, RELATE, { id, relates }, staff('EDITOR'));
        await reviewed(served, id);
        await published(served, id);
        return id;
      };
      const validityOf = async (id: string) => (await served.db.document.findUniqueOrThrow({ where: { id } })).validity;

      it('amends and repeals others at that midnight, once, and until then they hold', async () => {
        served.clock.at = NOW;
        const [first, second] = [(await publishedPolicy(served)).id, (await publishedPolicy(served)).id];
        await successor([
          { document: first, kind: 'AMENDS' },
          { document: second, kind: 'REPEALS' },
        ]);
        const before = (await served.entries()).length;
        served.clock.at = new Date('2026-12-31T15:59:59.999Z');
        await served.chores();
        expect([await validityOf(first), await validityOf(second)]).toEqual(['IN_FORCE', 'IN_FORCE']);
        served.clock.at = new Date('2026-12-31T16:00:00.000Z');
        const { database } = served;
        const other = documents.start({ database, log: served.log, clock: served.clock, ...CONFIGURED });
        await Promise.all([served.chores(), other.chores.run()]);
        await other.close();
        await served.chores();
        expect([await validityOf(first), await validityOf(second)]).toEqual(['AMENDED', 'REPEALED']);
        const entries = (await served.entries()).slice(before);
        expect(
          entries.map(({ kind, subjectId, occurredAt }) => [kind, subjectId, occurredAt.toISOString()]).sort(),
        ).toEqual([first, second].map((id) => ['REVISED', id, '2026-12-31T16:00:00.000Z']).sort());
      });

      it('changes nothing when it is withdrawn before', async () => {
        served.clock.at = NOW;
        const { id: target } = await publishedPolicy(served);
        await withdrawn(served, await successor([{ document: target, kind: 'REPEALS' }]));
        served.clock.at = new Date('2027-01-02T00:00:00.000Z');
        await served.chores();
        expect(await validityOf(target)).toBe('IN_FORCE');
      });

      it('leaves alone what ceased to hold in the meantime', async () => {
        served.clock.at = NOW;
        const { id: target } = await publishedPolicy(served);
        await successor([{ document: target, kind: 'AMENDS' }]);
        await served.db.document.update({ where: { id: target }, data: { validity: 'REPEALED' } });
        served.clock.at = new Date('2027-01-02T00:00:00.000Z');
        await served.chores();
        expect(await validityOf(target)).toBe('REPEALED');
      });
    });
  },
);
