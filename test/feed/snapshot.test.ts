import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../core/change.ts';
import type { LogEntry } from '../../feed/entry.ts';
import type { Log } from '../../feed/log.ts';
import { trim } from '../../feed/trim.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog } from './with-log.ts';
import { numbered } from './writers.ts';

const change = fc
  .record({
    id: fc.constantFrom('a', 'B', 'b', 'a-1', 'a1', '10', '9', '县', 'ä', 'é'),
    withdrawn: fc.boolean(),
    value: fc.nat({ max: 3 }),
  })
  .map(({ id, withdrawn, value }): NewEntry => {
    const region = id < 'b' ? '140521' : '110000';
    const kind = withdrawn ? 'WITHDRAWN' : 'PUBLISHED';
    return { ...numbered(id, region), subject: 'DOCUMENT', kind, payload: withdrawn ? { reason: null } : { value } };
  });

async function gathered(log: Log, at: string, region: string | null = null): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const page of log.snapshot({ subject: 'DOCUMENT', at, region })) entries.push(...page);
  return entries;
}

/** The latest entry of each subject up to a place, but for those withdrawn, as whoever read all pages would have it. */
function latestOf(entries: readonly LogEntry[]): LogEntry[] {
  const latest = new Map(entries.map((entry) => [entry.subjectId, entry]));
  const live = [...latest.values()].filter(({ kind }) => kind !== 'WITHDRAWN');
  return live.sort((one, other) => Buffer.compare(Buffer.from(one.subjectId), Buffer.from(other.subjectId)));
}

describe.each(DATABASE_KINDS)('FEED.md 11: a snapshot on $kind', (kind) => {
  it.skipIf(!kind.isAvailable)('is what the pages up to its cursor come to, by region, and after trimming', () =>
    withLog(kind, async ({ log, database, commit }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), fc.nat(), async (changes, cut) => {
          await database.pool.query('truncate feed.entry; update feed.hub set position = 0, trimmed_to = 0');
          const cursors = await commit(...changes);
          const place = cut % cursors.length;
          const at = cursors[place] ?? '';
          const { entries } = await log.read({ after: null, first: 1000 });
          const upTo = entries.slice(0, place + 1);
          const compare = async (): Promise<void> => {
            expect(await gathered(log, at)).toEqual(latestOf(upTo));
            expect(await gathered(log, at, '140500')).toEqual(
              latestOf(upTo.filter(({ regionCode }) => regionCode === '140521')),
            );
          };
          await compare();
          await trim(database.pool, at);
          await compare();
        }),
        { numRuns: 20 },
      );
    }),
  );

  it.skipIf(!kind.isAvailable)('stays as it was while the log goes on, page after page', () =>
    withLog(kind, async ({ log, commit }) => {
      const ids = Array.from({ length: 2_500 }, (_, index) => `subject-${String(index).padStart(5, '0')}`);
      const before = await commit(...ids.map((id) => ({ ...numbered(id), subject: 'DOCUMENT' as const })));
      const at = before.at(-1) ?? '';
      const seen: LogEntry[] = [];
      for await (const page of log.snapshot({ subject: 'DOCUMENT', at, region: null })) {
        seen.push(...page);
        await commit(
          ...ids.slice(-600).map((id) => ({ ...numbered(id), subject: 'DOCUMENT' as const, kind: 'REVISED' as const })),
          { ...numbered(`subject-9${String(seen.length)}`), subject: 'DOCUMENT' },
        );
      }
      expect(seen.map(({ subjectId }) => subjectId)).toEqual(ids);
      expect(seen.every((entry) => entry.kind === 'PUBLISHED')).toBe(true);
      const lines = seen.map(({ subjectId, digest }) => `${subjectId} ${digest}\n`).join('');
      const told = (await log.digests(at, null)).find(({ subject }) => subject === 'DOCUMENT');
      expect(told).toEqual({
        subject: 'DOCUMENT',
        count: ids.length,
        digest: createHash('sha256').update(lines).digest('hex'),
      });
    }),
  );

  it.skipIf(!kind.isAvailable)('ends with a fault once the log is trimmed beyond it, also midway', () =>
    withLog(kind, async ({ log, database, commit }) => {
      const ids = Array.from({ length: 1_500 }, (_, index) => `subject-${String(index).padStart(5, '0')}`);
      const [at = ''] = (await commit(...ids.map((id) => numbered(id)))).slice(-1);
      const pages = log.snapshot({ subject: numbered('a').subject, at, region: null });
      expect((await pages.next()).done).toBe(false);
      const [later = ''] = (await commit(numbered(ids[1_400] ?? ''))).slice(-1);
      await trim(database.pool, later);
      await expect(pages.next()).rejects.toMatchObject({ code: 'CURSOR_TRIMMED' });
      await expect(gathered(log, at)).rejects.toMatchObject({ code: 'CURSOR_TRIMMED' });
    }),
  );
});
