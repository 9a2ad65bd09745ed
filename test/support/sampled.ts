import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import type { PoolClient } from 'pg';
import { openLog } from '../../feed/log.ts';
import type { Database } from '../../prisma/storage/database.ts';
import { addPublishedYears } from '../../subgraphs/catalogue/commands/add-published-years.ts';
import { openClient as openCatalogue } from '../../subgraphs/catalogue/store/database.ts';
import { loadSample, SUBGRAPHS } from '../../subgraphs/index.ts';
import { openMigratedMemory } from './databases.ts';
import { CONFIGURED } from './configured.ts';

/** One subgraph over the whole sample, alone. */
export interface SampledSubgraph {
  /** Asks as the public. */
  ask(text: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** The statements that were run since the last call, those of transactions themselves left out. */
  statements(): string[];
  close(): Promise<void>;
}

/** Starts a subgraph over a database in memory that holds the sample, and waits until it has followed all of it. */
export async function sampled(name: string): Promise<SampledSubgraph> {
  const database = await openMigratedMemory();
  const clock = { now: () => new Date('2026-11-23T02:00:00.000Z') };
  const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock });
  const db = openCatalogue(database.pool);
  await addPublishedYears({ db, log, clock });
  await db.$disconnect();
  await loadSample(database.pool, log);
  const subgraph = SUBGRAPHS.find((one) => one.name === name);
  if (subgraph === undefined) throw new Error(`Expected a subgraph, got ${name}`);
  const running = subgraph.start({ database, log, clock, ...CONFIGURED });
  await running.followers.level();
  // What follows the log has its own statements; only those of questions count.
  await running.followers.stop();
  await log.close();
  const statements = listen(database);
  return {
    statements: () => statements.splice(0),
    ask: async (text, variables = {}) => {
      const scope = { viewer: null, locale: 'en', requestId: 'test' } as const;
      const request = { document: parse(text), text, operation: OperationTypeNode.QUERY, variables, scope };
      return (await running.execute(request)) as ExecutionResult;
    },
    close: async () => {
      await running.close();
      await database.close();
    },
  };
}

function listen({ pool }: Database): string[] {
  const statements: string[] = [];
  const heard = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const listening = (...args: unknown[]): unknown => {
      const [first] = args;
      const text = typeof first === 'string' ? first : (first as { readonly text: string }).text;
      if (!/^(begin|commit|rollback)/i.test(text)) statements.push(text);
      return query(...args);
    };
    Object.assign(client, { query: listening });
  });
  return statements;
}
