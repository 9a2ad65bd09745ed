import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from '../../core/clock.ts';
import type { Role } from '../../core/viewer.ts';
import { readConfig, type Config } from '../../gateway/config.ts';
import { listen } from '../../gateway/listen.ts';
import { startHub } from '../../gateway/start-hub.ts';
import { signToken, TOKEN_KEY } from '../../gateway/token-request.ts';
import { readOrCreateSecret } from '../../prisma/storage/data-folder.ts';
import { loadSample, openGround, SUBGRAPHS } from '../../subgraphs/index.ts';
import { serveSubgraph } from '../../subgraphs/kit/served/serve-subgraph.ts';
import { CONFIGURED } from './configured.ts';
import { DATABASE_KINDS } from './databases.ts';
import { prepared } from './prepared.ts';
import { createPostgresDatabase } from './server.ts';

/** A hub that a test talks to as its users do. */
export interface TestHub {
  /** Where GraphQL stands. */
  readonly url: string;
  /** Asks, as the public or with a token. */
  ask(query: string, variables?: Record<string, unknown>, token?: string): Promise<Answer>;
  /** A token of the hub; of an account of an institution when one is given. */
  token(role: Role, region: string, account?: string, institution?: string): Promise<string>;
  close(): Promise<void>;
}

/** What a hub answers. */
export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions?: Record<string, unknown>;
  }[];
  readonly extensions?: Record<string, unknown>;
}

/** One of the two placements of a hub. */
export interface Placement {
  readonly placement: 'embedded' | 'distributed';
  readonly isAvailable: boolean;
  /** Starts a hub filled with the sample, private to the test. */
  readonly start: (clock?: Clock) => Promise<TestHub>;
}

/** Both placements, for `describe.each(...)` with `describe.skipIf`: all in one process over PGlite, and every subgraph on a port of its own over PostgreSQL. */
export const PLACEMENTS: readonly [Placement, Placement] = [
  { placement: 'embedded', isAvailable: true, start: startEmbedded },
  { placement: 'distributed', isAvailable: DATABASE_KINDS[1].isAvailable, start: startDistributed },
];

type Closing = (() => Promise<unknown>)[];

async function startEmbedded(clock?: Clock): Promise<TestHub> {
  const closing: Closing = [];
  const dataFolder = await temporaryFolder(closing);
  // A clock of the test's own decides how the sample is loaded too.
  const sample = clock === undefined ? await prepared('sampled', sampledFolder) : null;
  if (sample !== null) await cp(sample, join(dataFolder, 'db'), { recursive: true });
  return hubOf(configOf(dataFolder, {}), clock ?? systemClock, closing);
}

/** The folder of an embedded database with the sample, which all subgraphs have followed. */
async function sampledFolder(folder: string): Promise<string> {
  const dataFolder = join(folder, 'data');
  await fill({ dataFolder, databaseUrl: null });
  return join(dataFolder, 'db');
}

/** The same on the server. */
async function sampledDatabase(folder: string): Promise<string> {
  const { name, url } = await createPostgresDatabase();
  await fill({ dataFolder: join(folder, 'unused'), databaseUrl: url });
  return name;
}

async function fill(where: { readonly dataFolder: string; readonly databaseUrl: string | null }): Promise<void> {
  const ground = await openGround({ ...where, hub: '140500', clock: systemClock });
  await loadSample(ground.database.pool, ground.log);
  const running = SUBGRAPHS.map((one) => one.start({ ...ground, clock: systemClock, ...CONFIGURED }));
  await Promise.all(running.map(({ followers }) => followers.level()));
  for (const one of running) await one.close();
  await ground.close();
}

async function startDistributed(given?: Clock): Promise<TestHub> {
  const closing: Closing = [];
  const clock = given ?? systemClock;
  const dataFolder = await temporaryFolder(closing);
  const sample = given === undefined ? await prepared('sampled.database', sampledDatabase) : null;
  const { url: databaseUrl, drop } = await createPostgresDatabase(sample ?? undefined);
  closing.push(drop);
  const ground = await openGround({ dataFolder, databaseUrl, hub: '140500', clock });
  closing.push(() => ground.close());
  await loadSample(ground.database.pool, ground.log);
  const secret = 'a secret of this test only';
  const environment: Record<string, string> = { SUBGRAPH_SECRET: secret.replaceAll(' ', '-') };
  for (const subgraph of SUBGRAPHS) {
    const running = subgraph.start({ database: ground.database, log: ground.log, clock, ...CONFIGURED });
    closing.push(() => running.close());
    await running.followers.level();
    const trust = { secret: environment['SUBGRAPH_SECRET'] ?? '', servesPublic: false };
    const served = await serveSubgraph(subgraph, running, {
      listen: (server) => listen(server, '127.0.0.1', 0),
      trust,
    });
    closing.push(() => served.close());
    environment[`SUBGRAPH_${subgraph.name.toUpperCase()}_URL`] = served.url;
  }
  return hubOf(configOf(dataFolder, environment, ['--distributed']), clock, closing);
}

async function hubOf(config: Config, clock: Clock, closing: Closing): Promise<TestHub> {
  const server = await startHub(config, clock);
  closing.push(() => server.close('the test ended', 1_000));
  const url = `${server.url}/graphql`;
  return {
    url,
    ask: (query, variables = {}, token) => ask(url, { query, variables }, token),
    token: async (role, region, account = `${role.toLowerCase()}-1`, institution) =>
      signToken(
        { role, regions: [region], sub: account, days: 1, ...(institution !== undefined && { institution }) },
        await readOrCreateSecret(config.dataFolder, TOKEN_KEY.file, TOKEN_KEY.bytes),
        systemClock,
      ),
    close: async () => {
      for (let last = closing.pop(); last !== undefined; last = closing.pop()) await last();
    },
  };
}

async function ask(url: string, body: object, token: string | undefined): Promise<Answer> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, ...authorization },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

async function temporaryFolder(closing: Closing): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

function configOf(dataFolder: string, environment: Record<string, string>, argv: readonly string[] = []): Config {
  const reading = readConfig({ DATA: dataFolder, PORT: '0', ...environment }, argv);
  if ('problems' in reading) throw new Error(reading.problems.join('\n'));
  return reading.config;
}
