import type { GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import type { Clock } from '../../core/clock.ts';
import type { BulkSession } from '../../core/sql.ts';
import type { RequestScope } from '../../core/viewer.ts';
import type { SqlTransaction } from '../../feed/append.ts';
import type { Log } from '../../feed/log.ts';
import type { Applier } from './applier.ts';
import { startChores, type Chore, type RunningChores } from './chores.ts';
import { contextFor, type Context, type Handling, type Holdings } from './context.ts';
import type { Executor, Resume } from './executor.ts';
import type { Follower } from './follower.ts';
import { startFollowers, type RunningFollowers } from './followers.ts';
import { inProcess } from './in-process.ts';
import { answerRoute, type Route, type RouteAnswer, type RoutePlace, type RouteRequest } from './route.ts';
import { sealingWith, type Sealing } from './sealing.ts';
import type { Transacting } from './transact.ts';
import { calendarReader, type CalendarTable } from './working-calendar.ts';

/** The subgraphs' names, as the supergraph and the command line have them. */
export const SUBGRAPH_NAMES = ['catalogue', 'documents', 'pricing', 'sentiment', 'feed'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

/** What a subgraph needs to run, whether alone or in the hub's process. */
export interface Surroundings {
  readonly database: {
    /** The one pool of the database; the subgraph makes its own Prisma client over it and never ends it. */
    readonly pool: Pool;
    readonly openBulk: () => Promise<BulkSession>;
  };
  readonly log: Log;
  readonly clock: Clock;
  /** What personal data are sealed with: 32 bytes, the same for all processes over one database. */
  readonly sealingKey: Uint8Array;
  /** For how many years after the file is closed what is personal is kept. */
  readonly retentionYears: number;
  readonly handling: Handling;
}

/** A subgraph at work. */
export interface RunningSubgraph {
  /** Calls the subgraph within this process. */
  readonly execute: Executor;
  /** Answers a request for one of the subgraph's routes. */
  readonly route: (request: RouteRequest) => Promise<RouteAnswer>;
  /** A context for one request that came in over the network. */
  readonly contextFor: (scope: RequestScope, resume?: Resume | null) => Context<unknown>;
  /** Its followers of the log. */
  readonly followers: RunningFollowers;
  /** What it does by itself as time goes on. */
  readonly chores: RunningChores;
  close(): Promise<void>;
}

/** A subgraph as the list of them knows it. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  /** Where it takes and gives files. */
  readonly routes: readonly RoutePlace[];
  /** How it takes over what another hub made public; null for one that has no subjects of its own. */
  readonly applier: Applier | null;
  /** What keeps it from starting in these surroundings, in words for people; null when nothing does. */
  problem(surroundings: Surroundings): Promise<string | null>;
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
  /** Where it takes and gives files (`routes/`). */
  readonly routes?: readonly Route<Db>[];
  /** How it takes over what another hub made public (`apply.ts`). */
  readonly applier?: Applier;
  /** What falls due with time alone (`chores.ts`). */
  readonly chores?: readonly Chore<Db>[];
  /** What keeps it from starting, in words for people; null when nothing does. */
  readonly problem?: (pool: Pool, sealing: Sealing) => Promise<string | null>;
}

/** Makes a subgraph of its schema, its client and its followers. */
export function defineSubgraph<Tx extends SqlTransaction, Db>(definition: Definition<Tx, Db>): Subgraph {
  const { name, schema, calendarTable, routes = [] } = definition;
  return {
    name,
    schema,
    routes,
    applier: definition.applier ?? null,
    problem: async ({ database: { pool }, sealingKey }) =>
      (await definition.problem?.(pool, sealingWith(sealingKey))) ?? null,
    start: ({ database: { pool, openBulk }, log, clock, sealingKey, ...configured }) => {
      const db = definition.openClient(pool);
      const holdings: Holdings<Db> = {
        ...{ db, log, clock, openBulk },
        retentionYears: configured.retentionYears,
        handling: configured.handling,
        calendar: calendarReader(pool, calendarTable),
        sealing: sealingWith(sealingKey),
      };
      const followers = startFollowers(definition.followers, holdings as Holdings<Transacting<Tx>>);
      const chores = startChores(definition.chores ?? [], holdings);
      return {
        execute: inProcess(schema, holdings),
        route: (request) => answerRoute(routes, request, contextFor(holdings, request.scope)),
        contextFor: (scope, resume) => contextFor(holdings, scope, resume),
        followers,
        chores,
        close: async () => {
          await chores.stop();
          await followers.stop();
          await definition.closeClient(db);
        },
      };
    },
  };
}
