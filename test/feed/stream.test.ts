import { describe, expect, it } from 'vitest';
import { selectionOf } from '../../feed/filter.ts';
import { beginEpoch } from '../../feed/hub-identity.ts';
import { openStream, type StreamItem, type StreamRequest } from '../../feed/stream.ts';
import { openTail, type Tail, type TailBounds } from '../../feed/tail.ts';
import { wakeInProcess } from '../../feed/wake-in-process.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog, type TestLog } from './with-log.ts';
import { numbered } from './writers.ts';

type Items = AsyncIterableIterator<StreamItem, undefined>;
const code = (expected: string) => expect.objectContaining({ code: expected }) as Error;
const EVERYTHING = selectionOf(null);
const NEVER_BY_ITSELF = 1_000_000;

interface Bench extends TestLog {
  readonly tail: Tail;
  /** How many statements the tail and its readers have sent. */
  readonly statements: () => number;
  readonly open: (request?: Partial<StreamRequest>) => Promise<Items>;
}

/** A tail that moves only when it is told to look, and what it costs. */
async function withTail(bounds: Partial<TailBounds>, test: (bench: Bench) => Promise<void>): Promise<void> {
  await withLog(DATABASE_KINDS[0], async (on) => {
    let statements = 0;
    const pool: typeof on.database.pool = Object.create(on.database.pool, {
      query: {
        value: (sql: string, values?: unknown[]) => {
          statements += 1;
          return on.database.pool.query(sql, values);
        },
      },
    }) as typeof on.database.pool;
    const tail = await openTail(pool, wakeInProcess(), { lookMs: NEVER_BY_ITSELF, ...bounds });
    const open = (request: Partial<StreamRequest> = {}): Promise<Items> =>
      openStream(pool, tail, { after: null, selection: EVERYTHING, markEveryMs: 0, ...request });
    try {
      await test({ ...on, tail, open, statements: () => statements });
    } finally {
      await tail.close();
    }
  });
}

/** What comes up to the next mark; an entry by its subject's id. */
async function toMark(items: Items): Promise<string[]> {
  const came: string[] = [];
  for (;;) {
    const step = await items.next();
    if (step.done === true) return [...came, 'end'];
    if (step.value.kind === 'mark') return came;
    came.push(step.value.entry.subjectId);
  }
}

const ids = (count: number, from = 0): string[] => Array.from({ length: count }, (_one, index) => String(from + index));
const documents = (count: number, from = 0) => ids(count, from).map((id) => numbered(id));

describe('FEED.md 6: streams', () => {
  it('6.6 does not say that a reader is level while the log is ahead of what this process has heard', () =>
    withTail({}, async ({ open, commit }) => {
      const [first = ''] = await commit(...documents(3));
      expect(await toMark(await open({ after: first }))).toEqual(['1', '2']);
    }));

  it('6.6 marks that the log moved on without a fitting entry, and not that an entry came', () =>
    withTail({}, async ({ open, commit, tail, log }) => {
      const items = await open({ selection: selectionOf({ regions: ['140500'] }) });
      await items.next();
      await commit(numbered('here', '140521'));
      await tail.look();
      expect((await items.next()).value).toMatchObject({ kind: 'entry', cursor: await log.head() });
      const next = items.next();
      await commit(numbered('elsewhere', '110000'));
      await tail.look();
      expect((await next).value).toEqual({ kind: 'mark', cursor: await log.head() });
    }));

  it('6.6 marks at most once in the time given, whatever moves', () =>
    withTail({}, async ({ open, commit, tail }) => {
      const nothing = selectionOf({ subjects: [] });
      const items = await open({ selection: nothing, markEveryMs: NEVER_BY_ITSELF });
      await items.next();
      const next = items.next();
      await commit(...documents(3));
      await tail.look();
      await items.return?.();
      expect(await next).toEqual({ done: true, value: undefined });
    }));

  it('6.4 keeps little for a slow reader, which reads the log again from where the tail forgot', () =>
    withTail({ entries: 8 }, async ({ open, commit, tail }) => {
      const slow = await open();
      await slow.next();
      for (let batch = 0; batch < 10; batch += 1) {
        await commit(...documents(30, batch * 30));
        await tail.look();
      }
      expect(tail.entriesAfter(tail.position - 8, 100)).toHaveLength(8);
      expect(tail.entriesAfter(tail.position - 9, 100)).toBeNull();
      // The event that makes it level says so by its cursor; a mark would add nothing.
      const came: unknown[] = [];
      for (let count = 0; count < 300; count += 1) {
        const { value } = await slow.next();
        came.push(value?.kind === 'entry' ? value.entry.subjectId : value);
      }
      expect(came).toEqual(ids(300));
    }));

  it('6.4 keeps no more payload than it may, however few the entries', () =>
    withTail({ characters: 10_000 }, async ({ commit, tail }) => {
      const large = { ...numbered('large'), payload: { title: 'x'.repeat(4_000) } };
      await commit(large, large, large);
      await tail.look();
      expect(tail.entriesAfter(tail.position - 2, 100)).toHaveLength(2);
      expect(tail.entriesAfter(tail.position - 3, 100)).toBeNull();
    }));

  it('reads the log once for a thousand readers that are level', () =>
    withTail({}, async ({ open, commit, tail, statements }) => {
      const readers = await Promise.all(ids(1_000).map(() => open({ markEveryMs: NEVER_BY_ITSELF })));
      await Promise.all(readers.map((reader) => reader.next()));
      const before = statements();
      const taken = Promise.all(
        readers.map(async (reader) => {
          const came: unknown[] = [];
          for (let count = 0; count < 5; count += 1) {
            const { value } = await reader.next();
            came.push(value?.kind === 'entry' ? value.entry.subjectId : value);
          }
          return came;
        }),
      );
      await commit(...documents(2));
      await tail.look();
      await commit(...documents(3, 2));
      await tail.look();
      expect(new Set((await taken).map(String))).toEqual(new Set([String(ids(5))]));
      expect(statements() - before).toBe(2);
    }));

  it('answers calls that wait side by side in their order', () =>
    withTail({}, async ({ open, commit, tail }) => {
      const items = await open({ markEveryMs: NEVER_BY_ITSELF });
      await items.next();
      const waiting = Promise.all([items.next(), items.next(), items.next()]);
      await commit(...documents(3));
      await tail.look();
      const came = (await waiting).map(({ value }) => (value?.kind === 'entry' ? value.entry.subjectId : value));
      expect(came).toEqual(ids(3));
    }));

  it('ends by return(), by its signal and with the tail, also while next() waits, and stays ended', () =>
    withTail({}, async ({ open, tail }) => {
      const aborting = new AbortController();
      const [left, aborted, closed] = await Promise.all([open(), open({ signal: aborting.signal }), open()]);
      await Promise.all([left.next(), aborted.next(), closed.next()]);
      const waiting = [left.next(), aborted.next(), closed.next()];
      await left.return?.();
      aborting.abort();
      await tail.close();
      for (const step of [
        ...(await Promise.all(waiting)),
        await left.next(),
        await aborted.next(),
        await closed.next(),
      ]) {
        expect(step).toEqual({ done: true, value: undefined });
      }
      expect(await (await open({ signal: AbortSignal.abort() })).next()).toEqual({ done: true, value: undefined });
    }));

  it('3.4 tells readers when the log is restored under them, and serves new ones from the new epoch', () =>
    withTail({}, async ({ open, commit, tail, database }) => {
      const [cursor = ''] = await commit(...documents(1));
      const items = await open();
      await items.next();
      const waiting = expect(items.next()).rejects.toThrow(code('CURSOR_FOREIGN'));
      await beginEpoch(database.pool);
      await tail.look();
      await waiting;
      expect((await items.next()).done).toBe(true);
      await expect(open({ after: cursor })).rejects.toThrow(code('CURSOR_FOREIGN'));
      const fresh = await open();
      await fresh.next();
      await commit(numbered('after the restore'));
      await tail.look();
      expect((await fresh.next()).value).toMatchObject({ entry: { subjectId: 'after the restore' } });
    }));

  it('6.8 finds by itself what nobody told it of', () =>
    withTail({ lookMs: 5 }, async ({ open, commit }) => {
      const items = await open();
      await items.next();
      await commit(numbered('untold'));
      expect((await items.next()).value).toMatchObject({ entry: { subjectId: 'untold' } });
    }));
});
