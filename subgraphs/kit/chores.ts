import type { Holdings } from './context.ts';

/** Work that falls due with time alone, such as a document whose validity ends: done at the start and every so often. */
export interface Chore<Db> {
  readonly name: string;
  /** How long it may rest at most, in milliseconds; null for what is done once, at the start. */
  readonly everyMs: number | null;
  /**
   * Does what is due by the clock. Several processes may do it at once; done again, it changes nothing.
   *
   * @param stopping - aborted when the hub stops: work of many parts then ends after the one in hand
   * @returns a Date, when it is next needed, where that is known and may be sooner than it would be its turn
   */
  readonly run: (holdings: Holdings<Db>, stopping: AbortSignal) => Promise<unknown>;
}

/** How long what is done once at the start rests before it is tried again, in milliseconds. */
const RETRY_MS = 1_000;

/** A subgraph's chores at work. */
export interface RunningChores {
  /** Does everything that is due now. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Does chores until stopped. One that fails tells so, and is tried again when its time comes. */
export function startChores<Db>(chores: readonly Chore<Db>[], holdings: Holdings<Db>): RunningChores {
  const running = chores.map((chore) => keepDoing(chore, holdings));
  return {
    run: async () => {
      await Promise.all(running.map((one) => one.run()));
    },
    stop: async () => {
      await Promise.all(running.map((one) => one.stop()));
    },
  };
}

function keepDoing<Db>({ name, everyMs, run }: Chore<Db>, holdings: Holdings<Db>) {
  const stopping = new AbortController();
  const isOnce = everyMs === null;
  const longestMs = everyMs ?? RETRY_MS;
  let turn: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isDone = false;
  const inTurn = (): Promise<unknown> => {
    const next = turn
      .catch(() => undefined)
      .then(async () => {
        if (isDone || stopping.signal.aborted) return null;
        const needed = await run(holdings, stopping.signal);
        isDone = isOnce;
        return needed;
      });
    turn = next;
    return next;
  };
  const unattended = async (): Promise<void> => {
    const next = await inTurn().catch((error: unknown) => {
      console.error(JSON.stringify({ level: 'error', chore: name, error: String(error), retryInMs: longestMs }));
    });
    if (isDone || stopping.signal.aborted) return;
    // The clock may be set back or forth meanwhile, so it is never trusted for longer than a turn.
    const rest = next instanceof Date ? next.getTime() - holdings.clock.now().getTime() : longestMs;
    timer = setTimeout(() => void unattended(), Math.min(Math.max(rest, 1), longestMs));
    timer.unref();
  };
  void unattended();
  return {
    run: async () => {
      await inTurn();
    },
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await turn.catch(() => undefined);
    },
  };
}
