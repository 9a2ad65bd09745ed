import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { read } from '../asked.ts';
import { serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';
import { countyStory, type CountyStory } from './county-story.ts';
import { emptied, held, publicView, referring, snapshotOf, stored, take } from './taking-over.ts';

describe.each(DATABASE_KINDS)('what a county made public of documents, on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let county: ServedDocuments;
    let city: ServedDocuments;
    let story: CountyStory;
    let entries: readonly HeldEntry[];
    beforeAll(async () => {
      county = await serveDocuments(await openMigrated());
      city = await serveDocuments(await openMigrated());
      story = await countyStory(county);
      await county.chores();
      entries = held(await county.entries());
      city.clock.at = county.clock.at;
    });
    afterAll(async () => {
      await county.close();
      await city.close();
    });
    beforeEach(() => emptied(city));

    it('holds all that the test is about', () => {
      expect(new Set(entries.map(({ subject, kind }) => `${subject} ${kind}`))).toEqual(
        new Set([
          ...['DOCUMENT PUBLISHED', 'DOCUMENT REVISED', 'DOCUMENT WITHDRAWN', 'INTERPRETATION PUBLISHED'],
          ...['INTERPRETATION WITHDRAWN', 'CLEAN_UP PUBLISHED', 'ISSUER_TARGET PUBLISHED', 'ISSUER_TARGET REVISED'],
          ...['DECISION_CATALOGUE PUBLISHED', 'DECISION_CATALOGUE REVISED', 'MAJOR_DECISION PUBLISHED'],
          ...['MAJOR_DECISION REVISED', 'ANNUAL_REPORT PUBLISHED', 'ANNUAL_REPORT REVISED'],
        ]),
      );
      expect(referring(snapshotOf(entries))).toHaveLength(3);
    });

    it('is shown to the public as the county shows it', async () => {
      await take(city, entries);
      expect(await publicView(city)).toEqual(await publicView(county));
    });

    it('is the same whether it comes at once, one by one, or twice', async () => {
      await take(city, entries);
      const atOnce = await stored(city);
      await take(city, entries);
      expect(await stored(city)).toEqual(atOnce);
      await emptied(city);
      for (const entry of entries) await take(city, [entry]);
      expect(await stored(city)).toEqual(atOnce);
    });

    it('writes nothing when it comes again', async () => {
      await take(city, entries);
      const written = async (): Promise<unknown> =>
        (
          await city.database.pool.query(
            `select string_agg(xmin::text, ' ' order by id) as all from documents.document`,
          )
        ).rows;
      const before = await written();
      await take(city, entries);
      expect(await written()).toEqual(before);
    });

    it('is shown alike when only what stands now comes, and what names others once more', async () => {
      const snapshot = snapshotOf(entries);
      await take(city, snapshot);
      await take(city, referring(snapshot));
      expect(await publicView(city)).toEqual(await publicView(county));
      await emptied(city);
      for (const entry of snapshot) await take(city, [entry]);
      await take(city, referring(snapshot));
      expect(await publicView(city)).toEqual(await publicView(county));
    });

    it('leaves nothing of what a withdrawn document said, whether it was here before or not', async () => {
      const [tombstone] = entries.filter((entry) => entry.subjectId === story.gone && entry.kind === 'WITHDRAWN');
      if (tombstone === undefined) throw new Error('The county has withdrawn no document');
      await take(city, entries);
      const after = await city.db.document.findUniqueOrThrow({ where: { id: story.gone } });
      expect(JSON.stringify(after)).not.toContain('印发有误的通知');
      expect(after).toMatchObject({
        title: '',
        body: '',
        documentNumber: null,
        withdrawalReason: 'PUBLISHED_IN_ERROR',
      });
      expect(await city.db.documentSearch.count({ where: { documentId: story.gone } })).toBe(0);
      await emptied(city);
      await take(city, [tombstone]);
      expect(await city.db.document.findMany()).toEqual([after]);
      const text = `{ document(id: "${story.gone}") { status withdrawnAt withdrawalReason } }`;
      expect(await read(city, text)).toEqual({ document: null });
      const shown = await read(city, text, {}, staff('EDITOR'));
      expect(shown).toEqual(await read(county, text, {}, staff('EDITOR')));
    });

    it('comes back when it is published again after its tombstone', async () => {
      const first = entries.filter(({ kind }) => kind === 'PUBLISHED');
      const tombstones = snapshotOf(first).map((entry) => ({
        ...{ ...entry, kind: 'WITHDRAWN' as const, payload: { reason: null, note: null } },
      }));
      await take(city, first);
      await take(city, tombstones);
      const empty = await publicView(city);
      expect(empty).toMatchObject({ documents: { totalCount: 0 }, found: { totalCount: 0 }, cleanUps: { edges: [] } });
      expect(empty['annualReports']).toMatchObject([{ report: null }]);
      await take(city, entries);
      expect(await publicView(city)).toEqual(await publicView(county));
    });
  });
});
