import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documents } from '../../../../subgraphs/documents/index.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { read } from '../asked.ts';
import { CONFIGURED } from '../../../support/configured.ts';
import { serveDocuments, type ServedDocuments } from '../serve-documents.ts';
import { store, type StoredDocument } from '../stored-documents.ts';

const PUBLISHED_AT = new Date('2026-01-05T02:00:00.000Z');
const document = (id: string, expiresOn: string | null, more: Partial<StoredDocument> = {}): StoredDocument => ({
  id,
  publishedAt: PUBLISHED_AT,
  ...(expiresOn !== null && { expiresOn: new Date(`${expiresOn}T00:00:00.000Z`) }),
  ...more,
});

describe.each(DATABASE_KINDS)('documents whose time is over on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    let before = 0;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());
    beforeEach(async () => {
      before = (await served.entries()).length;
    });

    const told = async () =>
      (await served.entries())
        .slice(before)
        .map(({ kind, subjectId, payload }) => [kind, subjectId, payload['validity']]);
    const validityOf = async (id: string) => (await served.db.document.findUniqueOrThrow({ where: { id } })).validity;

    it('expire at the midnight in Shanghai that ends their last day, by themselves', async () => {
      await store(served, [
        document('yesterday', '2026-11-22', { validity: 'AMENDED' }),
        document('today', '2026-11-23'),
        document('never', null),
        document('draft', '2026-11-01', { status: 'APPROVED' }),
        document('withdrawn', '2026-11-01', { status: 'WITHDRAWN' }),
        document('repealed', '2026-11-01', { validity: 'REPEALED' }),
      ]);
      served.clock.at = new Date('2026-11-23T15:59:59.999Z');
      await served.chores();
      expect(await told()).toEqual([['REVISED', 'yesterday', 'EXPIRED']]);
      served.clock.at = new Date('2026-11-23T16:00:00.000Z');
      await served.chores();
      await served.chores();
      expect(await told()).toEqual([
        ['REVISED', 'yesterday', 'EXPIRED'],
        ['REVISED', 'today', 'EXPIRED'],
      ]);
      const [first, second] = (await served.entries()).slice(before);
      expect(first?.occurredAt.toISOString()).toBe('2026-11-22T16:00:00.000Z');
      expect(second?.occurredAt.toISOString()).toBe('2026-11-23T16:00:00.000Z');
      expect(second?.payload).toMatchObject({ expiresOn: '2026-11-23', validityChangedAt: '2026-11-23T16:00:00.000Z' });
      const steps = await served.db.documentStep.findMany({ where: { documentId: 'today' } });
      expect(steps).toMatchObject([
        { kind: 'VALIDITY_CHANGED', takenBy: 'system', takenAt: new Date('2026-11-23T16:00:00.000Z'), note: null },
      ]);
      expect(await Promise.all(['never', 'draft', 'withdrawn', 'repealed'].map(validityOf))).toEqual([
        'IN_FORCE',
        'IN_FORCE',
        'IN_FORCE',
        'REPEALED',
      ]);
      const shown = await read<{ document: object }>(served, '{ document(id: "today") { validity expiresOn } }');
      expect(shown.document).toEqual({ validity: 'EXPIRED', expiresOn: '2026-11-23' });
    });

    it('that were over before they went out expire as of their publication', async () => {
      await store(served, [document('late', '2025-12-31')]);
      await served.chores();
      expect((await served.entries()).at(-1)).toMatchObject({ subjectId: 'late', occurredAt: PUBLISHED_AT });
    });

    it('are shared by several processes, each document told once', { timeout: 60_000 }, async () => {
      const many = Array.from({ length: 120 }, (_, index) => document(`d-${String(index)}`, '2026-11-20'));
      await store(served, many);
      const { database } = served;
      const others = [1, 2].map(() =>
        documents.start({ database, log: served.log, clock: served.clock, ...CONFIGURED }),
      );
      try {
        await Promise.all([served.chores(), ...others.map((other) => other.chores.run())]);
        // What one had in hand another passed over: all are done once everyone is.
        await served.chores();
      } finally {
        await Promise.all(others.map((other) => other.close()));
      }
      const ids = (await served.entries()).slice(before).map(({ subjectId }) => subjectId);
      expect(ids).toHaveLength(120);
      expect(new Set(ids)).toEqual(new Set(many.map(({ id }) => id)));
      expect(await served.db.documentStep.count({ where: { kind: 'VALIDITY_CHANGED' } })).toBe(120);
    });
  });
});
