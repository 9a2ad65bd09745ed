import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { County } from '../../aggregator/counties.ts';
import { reachCounty, type CountyEntry, type CountyHub } from '../../aggregator/reach/county-hub.ts';
import { CHANGE_SUBJECTS } from '../../core/change.ts';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

const REGION = '140521';

describe.each(PLACEMENTS)('a county on a $placement hub', ({ isAvailable, start }) => {
  describe.skipIf(!isAvailable)('', () => {
    let hub: TestHub;
    let county: CountyHub;
    let settings: ConstructorParameters<typeof County>[0];
    beforeAll(async () => {
      hub = await start();
      settings = {
        ...{ name: '沁水县', region: REGION, endpoint: new URL(hub.url).origin, subjects: CHANGE_SUBJECTS },
        ...{ token: await hub.token('AGGREGATOR', REGION), mostWithdrawn: 0.25, allowPrivate: true },
      };
      county = reachCounty(new County(settings));
    });
    afterAll(async () => {
      await county.close();
      await hub.close();
    });

    /** All entries, page by page. */
    async function pulled(first: number): Promise<{ entries: readonly CountyEntry[]; end: string }> {
      const entries: CountyEntry[] = [];
      for (let after: string | null = null; ;) {
        const page = await county.changes(after, first);
        entries.push(...page.entries);
        after = page.endCursor;
        if (!page.hasMore) return { entries, end: after };
      }
    }

    it('gives its log page by page, and the same records as files', async () => {
      const { entries, end } = await pulled(37);
      expect(entries.length).toBeGreaterThan(37);
      const latest = new Map(entries.map((entry) => [`${entry.subject} ${entry.subjectId}`, entry]));
      const live = [...latest.values()].filter(({ kind }) => kind !== 'WITHDRAWN');
      const manifest = await county.manifest(end);
      const digests = await county.digests(end);
      expect(manifest.cursor).toBe(end);
      expect(manifest.files.map(({ subject, count, digest }) => ({ subject, count, digest }))).toEqual(digests);
      const records: CountyEntry[] = [];
      for (const { subject, count, digest } of manifest.files) {
        const parts = county.records(subject, { at: end, expect: { count, digest } });
        for await (const part of parts) records.push(...part.entries);
      }
      const byId = (one: CountyEntry, other: CountyEntry) => (one.id < other.id ? -1 : 1);
      expect(records.sort(byId)).toEqual(live.map((entry) => ({ ...entry, cursor: null })).sort(byId));
    });
  });
});
