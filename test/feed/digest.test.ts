import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../core/change.ts';
import type { LogEntry } from '../../feed/entry.ts';
import { trim } from '../../feed/trim.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog } from './with-log.ts';
import { numbered } from './writers.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const change = fc
  .record({
    subject: fc.constantFrom('DOCUMENT', 'PRICE', 'REGION'),
    // Upper and lower case, digits and Chinese: what collations of databases disagree about.
    id: fc.constantFrom('a', 'B', 'b', 'a-1', 'a1', '10', '9', '县', 'ä', 'é'),
    withdrawn: fc.boolean(),
    value: fc.nat({ max: 3 }),
  })
  .map(({ subject, id, withdrawn, value }): NewEntry => {
    // A subject stays in its region.
    const region = id < 'b' ? '140521' : '110000';
    const payload = withdrawn ? { reason: 'PRIVACY' } : { value };
    return { ...numbered(id, region), subject, kind: withdrawn ? 'WITHDRAWN' : 'PUBLISHED', payload };
  });

/** What a stranger computes from entries it has read; the payloads here have one member, so JSON is canonical. */
function recomputed(entries: readonly LogEntry[], subject: string): { count: number; digest: string } {
  const latest = new Map(entries.filter((entry) => entry.subject === subject).map((entry) => [entry.subjectId, entry]));
  const live = [...latest.values()].filter(({ kind }) => kind !== 'WITHDRAWN');
  const lines = live
    .sort((one, other) => Buffer.compare(Buffer.from(one.subjectId), Buffer.from(other.subjectId)))
    .map(({ subjectId, payload }) => `${subjectId} ${sha256(JSON.stringify([subject, subjectId, payload]))}\n`);
  return { count: live.length, digest: sha256(lines.join('')) };
}

describe.each(DATABASE_KINDS)('FEED.md 8: digests on $kind', (kind) => {
  it.skipIf(!kind.isAvailable)(
    'are what a stranger computes from pages, at every cursor, by region, and after trimming',
    () =>
      withLog(kind, async ({ log, database, commit }) => {
        await fc.assert(
          fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), fc.nat(), async (changes, cut) => {
            await database.pool.query('truncate feed.entry; update feed.hub set position = 0, trimmed_to = 0');
            const cursors = await commit(...changes);
            const at = cursors[cut % cursors.length] ?? '';
            const { entries } = await log.read({ after: null, first: 1000 });
            const upTo = entries.slice(0, (cut % cursors.length) + 1);
            const local = upTo.filter(({ regionCode }) => regionCode === '140521');
            const compare = async (): Promise<void> => {
              for (const { subject, count, digest } of await log.digests(at, null)) {
                expect({ count, digest }).toEqual(recomputed(upTo, subject));
              }
              for (const { subject, count, digest } of await log.digests(at, '140500')) {
                expect({ count, digest }).toEqual(recomputed(local, subject));
              }
            };
            await compare();
            await trim(database.pool, at);
            await compare();
          }),
          { numRuns: 25 },
        );
      }),
  );
});
