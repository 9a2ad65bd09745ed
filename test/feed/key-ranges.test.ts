import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../core/change.ts';
import type { EntryToAppend } from '../../feed/append.ts';
import { heldDigests, heldRanges, heldRecords } from '../../feed/held.ts';
import type { KeyRange, KeyRangeDigest } from '../../feed/key-ranges.ts';
import type { Log } from '../../feed/log.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog } from './with-log.ts';
import { numbered } from './writers.ts';

const LANE = '140521';

const change = fc
  .record({
    // Upper and lower case, digits and Chinese: what collations of databases disagree about.
    id: fc.constantFrom('a', 'B', 'b', 'a-1', 'a1', '10', '9', '县', 'ä', 'é', 'Z', '_'),
    withdrawn: fc.boolean(),
    value: fc.nat({ max: 3 }),
  })
  .map(({ id, withdrawn, value }): NewEntry => ({
    ...numbered(id, '140521'),
    subject: 'DOCUMENT',
    kind: withdrawn ? 'WITHDRAWN' : 'PUBLISHED',
    payload: withdrawn ? { reason: null } : { value },
  }));

const bytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

async function idsOf(log: Log, at: string, { after, until }: KeyRange): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of log.snapshot({ subject: 'DOCUMENT', at, region: null, after, until })) {
    ids.push(...page.map(({ subjectId }) => subjectId));
  }
  return ids;
}

/** The same entries as another hub would take them over. */
function held(changes: readonly NewEntry[]): EntryToAppend[] {
  return changes.map((entry, index) => ({ ...entry, id: `there-${String(index)}`, originId: 'there', lane: LANE }));
}

describe.each(DATABASE_KINDS)('FEED.md 8.7: digests by key ranges on $kind', (kind) => {
  it.skipIf(!kind.isAvailable)('cover what was asked for without a gap, and are what is in them', () =>
    withLog(kind, async ({ log, database, commit }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 1, maxLength: 40 }),
          fc.integer({ min: 1, max: 8 }),
          fc.uniqueArray(fc.constantFrom('0', 'a', 'a1', 'c', '县'), { maxLength: 2 }),
          async (changes, parts, ends) => {
            await database.pool.query('truncate feed.entry; update feed.hub set position = 0, trimmed_to = 0');
            const at = (await commit(...changes)).at(-1) ?? '';
            const [after = null, until = null] = ends.sort(bytes);
            const ranges = await log.keyRanges({ subject: 'DOCUMENT', at, region: null, after, until, parts });
            expect(ranges.length).toBeLessThanOrEqual(parts);
            expect([ranges[0]?.after, ranges.at(-1)?.until]).toEqual([after, until]);
            ranges.slice(1).forEach((range, index) => {
              expect(range.after).toBe(ranges[index]?.until);
            });
            const everything = (await idsOf(log, at, { after: null, until: null })).filter(
              (id) => (after === null || bytes(id, after) > 0) && (until === null || bytes(id, until) <= 0),
            );
            const found: string[] = [];
            for (const range of ranges) {
              const ids = await idsOf(log, at, range);
              expect(ids.length).toBe(range.count);
              found.push(...ids);
            }
            expect(found).toEqual(everything);
          },
        ),
        { numRuns: 12 },
      );
    }),
  );

  it.skipIf(!kind.isAvailable)(
    'of a copy that is held by a lane are those of the original, and differ where it does',
    () =>
      withLog(kind, async ({ log: there, commit: write }) =>
        withLog(kind, async ({ database, commit }) => {
          const changes = ['a', 'c', 'e', 'g', 'i', 'k', 'm', 'o', 'q', 's'].map((id): NewEntry => ({
            ...numbered(id, LANE),
            subject: 'DOCUMENT',
          }));
          const at = (await write(...changes)).at(-1) ?? '';
          await commit(...held(changes), numbered('of its own', '140500'));
          expect(await heldDigests(database.pool, LANE)).toEqual(await there.digests(at, null));
          const ranges = await there.keyRanges({
            ...{ subject: 'DOCUMENT', at, region: null, after: null, until: null, parts: 4 },
          });
          const compare = (): Promise<readonly KeyRangeDigest[]> =>
            heldRanges(database.pool, { lane: LANE, subject: 'DOCUMENT' }, ranges);
          expect(await compare()).toEqual(ranges);
          const [first] = changes;
          if (first === undefined) throw new Error('expected a change, got none');
          const more: EntryToAppend = { ...first, id: 'there-more', originId: 'there', lane: LANE, subjectId: 'r' };
          await commit(more);
          const differing = (await compare()).filter((range, index) => range.digest !== ranges[index]?.digest);
          expect(differing.map(({ after, until }) => [after, until])).toEqual([[ranges[2]?.until, null]]);
          const [range] = differing;
          if (range === undefined) throw new Error('expected a range, got none');
          const records = await heldRecords(database.pool, { lane: LANE, subject: 'DOCUMENT' }, range);
          expect(records.map(({ subjectId }) => subjectId)).toEqual(['q', 'r', 's']);
        }),
      ),
  );
});
