import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { County } from '../../aggregator/counties.ts';
import { reachCounty, type CountyEntry, type CountyHub } from '../../aggregator/reach/county-hub.ts';
import { CHANGE_SUBJECTS } from '../../core/change.ts';
import { encodeCursor } from '../../feed/cursor.ts';
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
    }, 120_000);
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

    it('divides what it has into stretches, each of which is a file', async () => {
      const { cursor } = await county.manifest(null);
      const whole = { after: null, until: null };
      const [most] = [...(await county.digests(cursor))].sort((one, other) => other.count - one.count);
      if (most === undefined) throw new Error('expected subjects');
      const { subject, ...digest } = most;
      const stretches = await county.keyRanges(cursor, subject, whole, 3);
      expect(stretches).toHaveLength(3);
      for (const range of stretches) {
        const entries: CountyEntry[] = [];
        const parts = county.records(subject, { at: cursor, range, expect: range });
        for await (const part of parts) entries.push(...part.entries);
        expect(entries).toHaveLength(range.count);
      }
      expect(await county.keyRanges(cursor, subject, whole, 1)).toEqual([{ ...whole, ...digest }]);
    });

    it('goes on with a file from any part', async () => {
      const { cursor, files } = await county.manifest(null);
      const file = files.find(({ subject }) => subject === 'CATALOGUE');
      const request = { at: cursor, ...(file !== undefined && { expect: file }) };
      for await (const { offset } of county.records('CATALOGUE', request)) {
        const rest: CountyEntry[] = [];
        for await (const part of county.records('CATALOGUE', { ...request, offset })) rest.push(...part.entries);
        expect(rest).toEqual([]);
      }
    });

    it('gives the rows of a price list line by line', async () => {
      const { entries } = await pulled(1_000);
      const list = entries.find(({ subject }) => subject === 'PRICE_LIST');
      const lines: string[] = [];
      const path = `/exports/prices?format=ndjson&list=${list?.subjectId ?? ''}`;
      for await (const some of county.lines(path)) lines.push(...some);
      expect(lines.length).toBeGreaterThan(Number(list?.payload['rows']) - 1);
    });

    it('wakes with what is behind a cursor, and with what comes later', async () => {
      const { end } = await pulled(1_000);
      const leaving = new AbortController();
      const before = await county.changes(null, 1);
      const replayed = county.wakeUps(before.endCursor, leaving.signal)[Symbol.asyncIterator]();
      expect((await replayed.next()).done).toBe(false);
      const live = county.wakeUps(end, leaving.signal)[Symbol.asyncIterator]();
      const woken = live.next();
      const input = {
        ...{ region: REGION, title: '事件', source: 'OTHER', severity: 'ORDINARY' },
        detectedAt: '2026-11-01T00:00:00Z',
      };
      const record = 'mutation ($input: RecordOpinionEventInput!) { recordOpinionEvent(input: $input) { __typename } }';
      await hub.ask(record, { input }, await hub.token('PUBLISHER', REGION));
      expect((await woken).done).toBe(false);
      const [told] = (await county.changes(end, 100)).entries;
      expect(told).toMatchObject({ subject: 'OPINION_EVENT', region: REGION });
      leaving.abort();
      expect([(await live.next()).done, (await replayed.next()).done]).toEqual([true, true]);
    });

    it.each([
      ['CURSOR_INVALID', 'nothing'],
      ['CURSOR_FOREIGN', encodeCursor({ epoch: 'another', position: 1 })],
    ])('says %s of a cursor by every way', async (code, cursor) => {
      const record = county.records('DOCUMENT', { at: cursor })[Symbol.asyncIterator]();
      const wake = county.wakeUps(cursor, new AbortController().signal)[Symbol.asyncIterator]();
      const ways = [
        county.changes(cursor, 1),
        county.digests(cursor),
        county.manifest(cursor),
        county.keyRanges(cursor, 'DOCUMENT', { after: null, until: null }, 1),
        record.next(),
        wake.next(),
      ];
      for (const way of await Promise.allSettled(ways)) expect(way).toMatchObject({ reason: { code } });
    });

    it('refuses a token that is not its own by every way', async () => {
      const stranger = reachCounty(new County({ ...settings, token: 'a.strange.token' }));
      const wake = stranger.wakeUps('any', new AbortController().signal)[Symbol.asyncIterator]();
      const file = stranger.lines('/exports/prices?list=1')[Symbol.asyncIterator]();
      const ways = [stranger.changes(null, 1), stranger.manifest(null), file.next(), wake.next()];
      for (const way of await Promise.allSettled(ways)) {
        expect(way).toMatchObject({ reason: { code: 'REFUSED' } });
        expect(inspect(way)).not.toContain('a.strange.token');
      }
      await stranger.close();
    });
  });
});
