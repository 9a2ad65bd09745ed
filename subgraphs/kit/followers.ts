import { setTimeout as pause } from 'node:timers/promises';
import type { SqlTransaction } from '../../feed/append.ts';
import { compareCursors } from '../../feed/cursor.ts';
import type { Holdings } from './context.ts';
import { catchUp, type Follower } from './follower.ts';
import type { Transacting } from './transact.ts';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;

/** A subgraph's followers at work. */
export interface RunningFollowers {
  /** Resolves once everything that stands in the log now has been applied. */
  level(): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps followers level with the log until stopped. A follower that fails tells so, waits, and tries again. */
export function startFollowers<Tx extends SqlTransaction>(
  followers: readonly Follower<Tx>[],
  holdings: Holdings<Transacting<Tx>>,
): RunningFollowers {
  const stopping = new AbortController();
  const running = followers.map((follower) => keepLevel(follower, holdings, stopping.signal));
  return {
    level: async () => {
      const head = await holdings.log.head();
      await Promise.all(running.map((one) => one.reached(head)));
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running.map((one) => one.ended));
    },
  };
}

interface Waiter {
  readonly cursor: string;
  readonly done: () => void;
}

function keepLevel<Tx extends SqlTransaction>(
  follower: Follower<Tx>,
  holdings: Holdings<Transacting<Tx>>,
  signal: AbortSignal,
) {
  let at: string | null = null;
  let waiters: Waiter[] = [];
  const passed = (cursor: string) => at !== null && compareCursors(at, cursor) >= 0;
  const moveTo = (cursor: string) => {
    at = cursor;
    const done = waiters.filter((waiter) => passed(waiter.cursor));
    waiters = waiters.filter((waiter) => !done.includes(waiter));
    for (const waiter of done) waiter.done();
  };
  const follow = async () => {
    moveTo(await catchUp(follower, holdings, at));
    const stream = await holdings.log.stream({ after: at, filter: { subjects: follower.subjects }, signal });
    for await (const item of stream) {
      if (passed(item.cursor)) continue;
      moveTo(await catchUp(follower, holdings, at));
    }
  };
  return {
    ended: untilAborted(follow, `${follower.schema}.${follower.name}`, signal),
    reached: (cursor: string) =>
      passed(cursor) ? Promise.resolve() : new Promise<void>((done) => void waiters.push({ cursor, done })),
  };
}

async function untilAborted(follow: () => Promise<void>, name: string, signal: AbortSignal): Promise<void> {
  let wait = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const failure = await follow().then(
      () => null,
      (error: unknown) => String(error),
    );
    if (failure === null) {
      wait = FIRST_PAUSE_MS;
      continue;
    }
    console.error(JSON.stringify({ level: 'error', follower: name, error: failure, retryInMs: wait }));
    await pause(wait, undefined, { signal }).catch(() => undefined);
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}
