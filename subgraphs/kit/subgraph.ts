import type { GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import type { Clock } from '../../core/clock.ts';
import type { RequestScope } from '../../core/viewer.ts';
import type { SqlTransaction } from '../../feed/append.ts';
import type { Log } from '../../feed/log.ts';
import { contextFor, type Context, type Holdings } from './context.ts';
import type { Executor, Resume } from './executor.ts';
import type { Follower } from './follower.ts';
import { startFollowers, type RunningFollowers } from './followers.ts';
import { inProcess } from './in-process.ts';
import type { Transacting } from './transact.ts';
import { calendarReader, type CalendarTable } from './working-calendar.ts';

/** The subgraphs' names, as the supergraph and the command line have them. */
export const SUBGRAPH_NAMES = ['catalogue', 'documents', 'pricing', 'sentiment', 'feed'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

/** What a subgraph needs to run, whether alone or in the hub's process. */
export interface Surroundings {
  /** The one pool of the database; the subgraph makes its own Prisma client over it and never ends it. */
  readonly pool: Pool;
  readonly log: Log;
  readonly clock: Clock;
}

/** A subgraph at work. */
export interface RunningSubgraph {
  /** Calls the subgraph within this process. */
  readonly execute: Executor;
  /** A context for one request that came in over the network. */
  readonly contextFor: (scope: RequestScope, resume?: Resume | null) => Context<unknown>;
  /** Its followers of the log. */
  readonly followers: RunningFollowers;
  close(): Promise<void>;
}

/** A subgraph as the list of them knows it. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  start(surroundings: Surroundings): RunningSubgraph;
}

interface Definition<Tx extends SqlTransaction, Db> {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  /** Makes the owner's Prisma client over the pool. */
  readonly openClient: (pool: Pool) => Db;
  readonly closeClient: (db: Db) => Promise<void>;
  /** What it keeps of others' changes (`follow.ts`). */
  readonly followers: readonly Follower<Tx>[];
  /** Where the owner keeps the years of the working calendar; null for one that keeps none. */
  readonly calendarTable: CalendarTable | null;
}

/** Makes a subgraph of its schema, its client and its followers. */
export function defineSubgraph<Tx extends SqlTransaction, Db>(definition: Definition<Tx, Db>): Subgraph {
  const { name, schema, calendarTable } = definition;
  return {
    name,
    schema,
    start: ({ pool, log, clock }) => {
      const db = definition.openClient(pool);
      const holdings: Holdings<Db> = { db, log, clock, calendar: calendarReader(pool, calendarTable) };
      const followers = startFollowers(definition.followers, holdings as Holdings<Transacting<Tx>>);
      return {
        execute: inProcess(schema, holdings),
        contextFor: (scope, resume) => contextFor(holdings, scope, resume),
        followers,
        close: async () => {
          await followers.stop();
          await definition.closeClient(db);
        },
      };
    },
  };
}
