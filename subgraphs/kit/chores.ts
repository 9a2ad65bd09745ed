import type { Holdings } from './context.ts';

/** Work that falls due with time alone, such as a document whose validity ends: done at the start and every so often. */
export interface Chore<Db> {
  readonly name: string;
  /** How long it may rest at most, in milliseconds. */
  readonly everyMs: number;
  /**
   * Does what is due by the clock. Several processes may do it at once; done again, it changes nothing.
   *
   * @returns a Date, when it is next needed, where that is known and may be sooner than it would be its turn
   */
  readonly run: (holdings: Holdings<Db>) => Promise<unknown>;
}

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
  let turn: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const inTurn = (): Promise<unknown> => {
    const next = turn.catch(() => undefined).then(() => run(holdings));
    turn = next;
    return next;
  };
  const unattended = async (): Promise<void> => {
    const next = await inTurn().catch((error: unknown) => {
      console.error(JSON.stringify({ level: 'error', chore: name, error: String(error), retryInMs: everyMs }));
    });
    if (isStopped) return;
    // The clock may be set back or forth meanwhile, so it is never trusted for longer than a turn.
    const rest = next instanceof Date ? next.getTime() - holdings.clock.now().getTime() : everyMs;
    timer = setTimeout(() => void unattended(), Math.min(Math.max(rest, 1), everyMs));
    timer.unref();
  };
  void unattended();
  return {
    run: async () => {
      await inTurn();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await turn.catch(() => undefined);
    },
  };
}
