import { parse, OperationTypeNode, type ExecutionResult } from 'graphql';
import type { PoolClient } from 'pg';
import type { NewEntry } from '../../../core/change.ts';
import type { Role, Viewer } from '../../../core/viewer.ts';
import type { LogEntry } from '../../../feed/entry.ts';
import { openLog, type Log } from '../../../feed/log.ts';
import { runnerOf } from '../../../prisma/storage/bulk-session.ts';
import type { Database } from '../../../prisma/storage/database.ts';
import { sentiment } from '../../../subgraphs/sentiment/index.ts';
import { CONFIGURED } from '../../support/configured.ts';

/** The sentiment subgraph over a real database and its log, alone. */
export interface ServedSentiment {
  readonly database: Database;
  readonly log: Log;
  /** What the subgraph takes for the present; tests set it. */
  readonly clock: { at: Date; now: () => Date };
  /** Asks, as the public or as staff. */
  ask(text: string, variables?: Record<string, unknown>, viewer?: Viewer | null): Promise<ExecutionResult>;
  /** The statements on opinion events, their responses, steps, judgements and rumours that were run since the last call. */
  statements(): string[];
  /** Lets the log tell of something and waits until the subgraph has heard of it. */
  tell(...entries: readonly NewEntry[]): Promise<void>;
  /** Does what falls due with time alone. */
  chores(): Promise<void>;
  /** All entries of the log. */
  entries(): Promise<readonly LogEntry[]>;
  close(): Promise<void>;
}

/** An account of staff. */
export function staff(role: Role, region = '140500'): Viewer {
  return { subject: `${role.toLowerCase()}-1`, role, institution: null, regions: [region], expiresAt: 4_102_444_800 };
}

/** Starts the subgraph on a database that has its tables; closing it closes the database. */
export async function serveSentiment(database: Database): Promise<ServedSentiment> {
  const clock = { at: new Date('2026-11-23T02:00:00.000Z'), now: () => clock.at };
  const statements = listen(database);
  const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock });
  const running = sentiment.start({ database, log, clock, ...CONFIGURED });
  return {
    database,
    log,
    clock,
    statements: () => statements.splice(0),
    ask: async (text, variables = {}, viewer = null) => {
      const document = parse(text);
      const operation = text.trimStart().startsWith('mutation') ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
      const scope = { viewer, locale: 'en', requestId: 'test' } as const;
      return (await running.execute({ document, text, operation, variables, scope })) as ExecutionResult;
    },
    tell: async (...entries) => {
      await appended(database, log, entries);
      await running.followers.level();
    },
    chores: () => running.chores.run(),
    entries: async () => (await log.read({ after: null, first: 1_000 })).entries,
    close: async () => {
      await running.close();
      await log.close();
      await database.close();
    },
  };
}

async function appended({ pool }: Database, log: Log, entries: readonly NewEntry[]): Promise<void> {
  const client = await pool.connect();
  await client.query('begin');
  await log.append(runnerOf(client), entries);
  await client.query('commit');
  client.release();
  log.wake();
}

/** Every statement on the subgraph's own tables, as the connections of the pool run it. */
function listen({ pool }: Database): string[] {
  const statements: string[] = [];
  const heard = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const listening = (...args: unknown[]): unknown => {
      const [first] = args;
      const text = typeof first === 'string' ? first : (first as { text?: string }).text;
      if (text !== undefined && /(?:opinion_(?:event|response|step)|judgement|rumour)\b/.test(text))
        statements.push(text);
      return query(...args);
    };
    client.query = listening as typeof client.query;
  });
  return statements;
}
