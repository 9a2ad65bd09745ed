import type { Viewer } from '../../../../../core/viewer.ts';
import { openLog, type Log } from '../../../../../feed/log.ts';
import type { Database } from '../../../../../prisma/storage/database.ts';
import type { RunningSubgraph } from '../../../../../subgraphs/kit/subgraph.ts';
import { sentiment } from '../../../../../subgraphs/sentiment/index.ts';
import type { SentimentContext } from '../../../../../subgraphs/sentiment/store/database.ts';
import { CONFIGURED } from '../../../../support/configured.ts';

const EDITOR: Viewer = {
  ...{ subject: 'publisher-1', role: 'PUBLISHER', institution: null, regions: ['140500'], expiresAt: 4_102_444_800 },
};

/** The processes of a hub over one database and by one clock. */
export interface Processes {
  readonly clock: { at: number; now: () => Date };
  /** A context of one of them, for a command. */
  context(): SentimentContext;
  /** Every process does what is due, all at once. */
  look(): Promise<void>;
  /** Stops all of them, and starts them with these distances once the clock stands elsewhere. */
  restart(move: () => void, distances: readonly number[]): Promise<void>;
  /** Stops one of them while the other goes on, and starts it again. */
  restartOne(): Promise<void>;
  close(): Promise<void>;
}

interface Process {
  readonly log: Log;
  readonly running: RunningSubgraph;
}

/** Starts one process for each way to the database that is given. */
export async function startProcesses(
  databases: readonly Database[],
  clock: Processes['clock'],
  first: readonly number[],
): Promise<Processes> {
  let distances = first;
  const start = async (database: Database): Promise<Process> => {
    const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock });
    const handling = { ...CONFIGURED.handling, alarmDistances: distances };
    return { log, running: sentiment.start({ ...{ database, log, clock }, ...CONFIGURED, handling }) };
  };
  const stop = async ({ log, running }: Process) => {
    await running.close();
    await log.close();
  };
  const up: Process[] = [];
  for (const database of databases) up.push(await start(database));
  let turn = 0;
  return {
    clock,
    context: () => {
      turn += 1;
      const scope = { viewer: EDITOR, locale: 'en', requestId: 'simulation' } as const;
      return up[turn % up.length]?.running.contextFor(scope) as SentimentContext;
    },
    look: async () => {
      await Promise.all(up.map(({ running }) => running.chores.run()));
    },
    restart: async (move, now) => {
      await Promise.all(up.splice(0).map(stop));
      move();
      distances = now;
      for (const database of databases) up.push(await start(database));
    },
    restartOne: async () => {
      const [one] = up.splice(0, 1);
      const [database] = databases;
      if (one === undefined || database === undefined) throw new Error('Expected a process.');
      await stop(one);
      up.unshift(await start(database));
    },
    close: async () => {
      await Promise.all(up.map(stop));
    },
  };
}
