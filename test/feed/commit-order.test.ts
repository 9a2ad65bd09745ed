import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import type { LogEntry } from '../../feed/entry.ts';
import { openLog, type Log } from '../../feed/log.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { write } from './writers.ts';

const turn = fc.record({
  entries: fc.integer({ min: 1, max: 4 }),
  before: fc.integer({ min: 0, max: 4 }),
  after: fc.integer({ min: 0, max: 4 }),
  rollsBack: fc.boolean(),
});
const plan = fc.record({
  writers: fc.array(fc.array(turn, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 8 }),
  pageSizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
});

/** Polls pages of the log until it has read to the end after the writers are done. */
async function poll(log: Log, first: number, isDone: () => boolean): Promise<LogEntry[]> {
  const read: LogEntry[] = [];
  let after: string | null = null;
  for (;;) {
    const wasDone = isDone();
    const page = await log.read({ after, first });
    read.push(...page.entries);
    after = page.endCursor;
    if (wasDone && !page.hasMore) return read;
    if (!page.hasMore) await pause(1);
  }
}

/** Streams the log until it has passed the last entry. */
async function stream(log: Log, from: string, until: Promise<number>): Promise<LogEntry[]> {
  const read: LogEntry[] = [];
  const items = await log.stream({ after: from });
  void until.then(async (count) => {
    while (read.length < count) await pause(5);
    await items.return?.();
  });
  for await (const item of items) if (item.kind === 'entry') read.push(item.entry);
  return read;
}

describe.each(DATABASE_KINDS)('2.2 position order is commit order, on $kind', ({ isAvailable, openMigrated }) => {
  it.skipIf(!isAvailable)(
    'many writers that dawdle, commit and roll back: every reader has every entry once, in order',
    async () => {
      const database = await openMigrated();
      const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock: systemClock });
      let run = 0;
      try {
        await fc.assert(
          fc.asyncProperty(plan, async ({ writers, pageSizes }) => {
            run += 1;
            const before = await log.head();
            const { entries: earlier } = await log.read({ after: null, first: 1000 });
            let done = false;
            const written = Promise.all(
              writers.map((turns, number) => write(database.pool, `${String(run)}-${String(number)}`, turns)),
            ).finally(() => {
              done = true;
            });
            const pollers = pageSizes.map((first) => poll(log, first, () => done));
            const streamer = stream(
              log,
              before,
              written.then((ids) => ids.flat().length),
            );
            const committed = (await written).flat();
            for (const read of await Promise.all(pollers)) {
              expect(read.map(({ position }) => position)).toEqual(read.map((_entry, index) => index + 1));
              const fresh = read.slice(earlier.length).map(({ subjectId }) => subjectId);
              expect(fresh.toSorted()).toEqual(committed.toSorted());
            }
            const streamed = (await streamer).map(({ subjectId }) => subjectId);
            expect(streamed.toSorted()).toEqual(committed.toSorted());
            const [polled] = await Promise.all(pollers);
            expect(streamed).toEqual(polled?.slice(earlier.length).map(({ subjectId }) => subjectId));
          }),
          { numRuns: 12 },
        );
      } finally {
        await log.close();
        await database.close();
      }
    },
  );
});
