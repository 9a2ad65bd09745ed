import type { Holdings } from './context.ts';

/** Work that falls due with time alone, such as a document whose validity ends: done at the start and every so often. */
export interface Chore<Db> {
  readonly name: string;
  readonly everyMs: number;
  /** Does what is due by the clock. Several processes may do it at once; done again, it changes nothing. */
  readonly run: (holdings: Holdings<Db>) => Promise<void>;
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
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (): Promise<void> => (turn = turn.catch(() => undefined).then(() => run(holdings)));
  const unattended = (): void => {
    inTurn().catch((error: unknown) => {
      console.error(JSON.stringify({ level: 'error', chore: name, error: String(error), retryInMs: everyMs }));
    });
  };
  unattended();
  const timer = setInterval(unattended, everyMs);
  timer.unref();
  return {
    run: inTurn,
    stop: async () => {
      clearInterval(timer);
      await turn.catch(() => undefined);
    },
  };
}
