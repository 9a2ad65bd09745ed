import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import type { PoolClient } from 'pg';
import { toUtcMidnight, civilDate } from '../../../core/civil-date.ts';
import type { Clock } from '../../../core/clock.ts';
import type { Viewer } from '../../../core/viewer.ts';
import { openLog, type Log } from '../../../feed/log.ts';
import type { Database as Storage } from '../../../prisma/storage/contract.ts';
import type { RouteAnswer } from '../../../subgraphs/kit/route.ts';
import { pricing } from '../../../subgraphs/pricing/index.ts';
import { openClient, type Database } from '../../../subgraphs/pricing/store/database.ts';
import { addNames } from '../../../subgraphs/pricing/store/names.ts';
import { DATABASE_KINDS, type DatabaseKind } from '../../support/databases.ts';
import { CONFIGURED } from '../../support/configured.ts';

/** The pricing subgraph over a real database that a test fills by hand. */
export interface FilledPricing {
  readonly db: Database;
  ask(text: string, variables?: Record<string, unknown>, viewer?: Viewer | null): Promise<ExecutionResult>;
  readonly database: Storage;
  readonly log: Log;
  /** Sends a file to be published, in the chunks given. */
  upload(
    query: Record<string, string>,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    as?: Sender,
  ): Promise<RouteAnswer>;
  /** Asks for a file. */
  get(path: string, query: Record<string, string>, acceptEncoding?: string): Promise<RouteAnswer>;
  /** The statements on its own tables that were run since the last call. */
  statements(): string[];
  close(): Promise<void>;
}

/** Who sends a file, and what answer is wanted. */
export interface Sender {
  readonly viewer?: Viewer | null;
  readonly accept?: string;
  readonly locale?: 'zh' | 'en';
}

type PriceData = NonNullable<Parameters<Database['price']['create']>[0]['data']>;

/** What a hand-made price says beside its institution and list. */
export type PriceSketch = Partial<Omit<PriceData, 'effectiveOn' | 'endedOn'>> & {
  readonly from?: string;
  readonly until?: string;
};

/** Starts the subgraph over PostgreSQL, or in memory where there is none. */
export async function startPricing(kind?: DatabaseKind, given?: Clock): Promise<FilledPricing> {
  const [embedded, postgres] = DATABASE_KINDS;
  const database = await (kind ?? (postgres.isAvailable ? postgres : embedded)).openMigrated();
  const clock = given ?? { now: () => new Date('2026-11-24T02:00:00.000Z') };
  const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock });
  const running = pricing.start({ database, log, clock, ...CONFIGURED });
  await running.followers.level();
  await running.followers.stop();
  await running.chores.stop();
  const db = openClient(database.pool);
  const statements: string[] = [];
  const heard = new WeakSet<PoolClient>();
  database.pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const listening = (...args: unknown[]): unknown => {
      const [first] = args;
      const text = typeof first === 'string' ? first : (first as { readonly text: string }).text;
      // The log has readers of its own.
      if (/pricing/.test(text)) statements.push(text);
      return query(...args);
    };
    Object.assign(client, { query: listening });
  });
  return {
    ...{ db, database, log },
    upload: (query, chunks, { viewer = PUBLISHER, accept, locale = 'en' } = {}) =>
      running.route({
        ...{ method: 'POST', path: '/imports/prices', query: new URLSearchParams(query) },
        headers: { ...(accept !== undefined && { accept }) },
        body: streamOf(chunks),
        scope: { viewer, locale, requestId: 'test' },
        signal: new AbortController().signal,
      }),
    statements: () => statements.splice(0),
    ask: async (text, variables = {}, viewer = null) => {
      const operation = text.trimStart().startsWith('mutation') ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
      const scope = { viewer, locale: 'en', requestId: 'test' } as const;
      return (await running.execute({ document: parse(text), text, operation, variables, scope })) as ExecutionResult;
    },
    get: (path, query, acceptEncoding) =>
      running.route({
        ...{ method: 'GET', path, query: new URLSearchParams(query) },
        headers: { ...(acceptEncoding !== undefined && { 'accept-encoding': acceptEncoding }) },
        body: nothing(),
        scope: { viewer: null, locale: 'en', requestId: 'test' },
        signal: new AbortController().signal,
      }),
    close: async () => {
      await db.$disconnect();
      await running.close();
      await log.close();
      await database.close();
    },
  };
}

/** Who may publish for the region of these tests. */
export const PUBLISHER: Viewer = {
  role: 'PUBLISHER',
  regions: ['140500'],
  institution: null,
  subject: 'publisher',
  expiresAt: Number.MAX_SAFE_INTEGER,
};

async function* streamOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** What an answer says, as text. */
export async function textOf({ body }: RouteAnswer): Promise<string> {
  const pieces: Uint8Array[] = [];
  if (body instanceof Uint8Array) pieces.push(body);
  else for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* [];
  return Promise.resolve();
}

/** Adds institutions, `id` by region code; those whose id begins with `health-authority` are no hospitals. */
export async function addInstitutions(db: Database, regions: Readonly<Record<string, string>>): Promise<void> {
  await db.followedInstitution.createMany({
    data: Object.entries(regions).map(([id, regionCode]) => ({
      ...{ id, name: `${id} of ${regionCode}`, regionCode },
      kind: id.startsWith('health-authority') ? 'HEALTH_AUTHORITY' : 'HOSPITAL',
    })),
  });
}

/** What a list is. */
export interface ListSketch {
  readonly id: string;
  readonly institution: string;
  readonly kind?: 'SERVICE' | 'DRUG' | 'CONSUMABLE';
  readonly effectiveOn?: string;
  readonly publishedAt?: string;
}

/** Adds a list and the prices that it brings in; their ids are its own with a number. */
export async function addList(db: Database, sketch: ListSketch, prices: readonly PriceSketch[]): Promise<void> {
  const { id, institution, kind = 'SERVICE', effectiveOn = '2026-10-01' } = sketch;
  const publishedAt = new Date(sketch.publishedAt ?? `${effectiveOn}T02:00:00.000Z`);
  await db.priceList.create({
    data: {
      ...{ id, kind, publishedAt, institutionId: institution, title: '价目表', rows: prices.length, rowsDigest: '' },
      effectiveOn: toUtcMidnight(civilDate(effectiveOn)),
    },
  });
  await db.price.createMany({
    data: prices.map(({ from = effectiveOn, until, ...cells }, index) => ({
      ...{ id: `${id}-${String(index).padStart(6, '0')}`, institutionId: institution, listId: id, kind, code: '' },
      ...{ name: '一级护理', unit: '日', mode: 'GOVERNMENT_GUIDED' as const, ...cells },
      effectiveOn: toUtcMidnight(civilDate(from)),
      endedOn: until === undefined ? null : toUtcMidnight(civilDate(until)),
    })),
  });
  await db.$transaction((tx) =>
    addNames(
      tx,
      prices.map(({ name = '一级护理' }) => name),
    ),
  );
}
