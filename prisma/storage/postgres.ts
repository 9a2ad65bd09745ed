import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openBulkConnection } from './bulk-postgres.ts';
import type { Database } from './contract.ts';
import { surviveLostConnections } from './lost-connections.ts';
import { reasonOf, StartupProblem } from './startup-problem.ts';
import { turnstile } from './turnstile.ts';

/** The oldest PostgreSQL that the hub is tested on. */
const OLDEST_SERVER = 15;
const CONNECT_TIMEOUT_MS = 5_000;
const RELISTEN_DELAY_MS = 500;
/** Sessions for bulk work at a time: each keeps a core of the server busy, and some of its memory. */
const BULK_SESSIONS = 2;
/**
 * The hub's statements end in milliseconds; compiling one that the server believes to be large takes a second each time
 * (measured for the coverage of a city among 3,000 counties).
 */
const WITHOUT_COMPILING = '-c jit=off';

/** Where a PostgreSQL server is. */
export interface PostgresConfig {
  /** `postgres://user:password@host:port/database`, with libpq's parameters such as `sslmode`. */
  readonly url: string;
  /** Connections kept at most; 10 when not given. */
  readonly poolSize?: number;
}

/** The address without its password, for messages. */
function redact(url: string): string {
  if (!URL.canParse(url)) return 'the given DATABASE_URL';
  const address = new URL(url);
  if (address.password !== '') address.password = '***';
  if (address.searchParams.has('password')) address.searchParams.set('password', '***');
  return address.href;
}

/**
 * A pool of connections to a PostgreSQL server, after one of them has answered.
 *
 * @throws StartupProblem when the address is not one, the server does not answer in 5 s, refuses, or is too old
 */
export async function openPostgres({ url, poolSize = 10 }: PostgresConfig): Promise<Database> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new StartupProblem(
      'DATABASE_URL: expected postgres://user:password@host:port/database, but it is no such address',
    );
  }
  const options: pg.ClientConfig = {
    connectionString: url,
    application_name: 'disclosure-hub',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    options: WITHOUT_COMPILING,
  };
  const pool = new pg.Pool({ ...options, max: poolSize, idleTimeoutMillis: 30_000 });
  surviveLostConnections(pool);
  try {
    await checkServer(pool);
  } catch (error) {
    await pool.end();
    throw new StartupProblem(`expected a PostgreSQL server at ${redact(url)}, but: ${reasonOf(error)}`);
  }
  const listeners = new Set<Listener>();
  const enter = turnstile(BULK_SESSIONS);
  let closing: Promise<void> | undefined;
  return {
    kind: 'postgres',
    pool,
    async listen(channel, onNotify) {
      const listener = new Listener(options, channel, onNotify);
      listeners.add(listener);
      await listener.start();
      return () => (listeners.delete(listener) ? listener.stop() : Promise.resolve());
    },
    openBulk: () => openBulkConnection(options, enter),
    close: () => (closing ??= endAll(listeners, pool)),
  };
}

async function endAll(listeners: ReadonlySet<Listener>, pool: pg.Pool): Promise<void> {
  await Promise.all([...listeners].map((listener) => listener.stop()));
  await pool.end();
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST_SERVER) throw new Error(`its version is ${version}; at least ${OLDEST_SERVER} is needed`);
}

/** LISTEN on a connection of its own (a pooled one would be taken from the queries), opened again when it is lost. */
class Listener {
  #client: pg.Client | undefined;
  readonly #stopped = new AbortController();
  readonly #options: pg.ClientConfig;
  readonly #channel: string;
  readonly #onNotify: (payload: string) => void;

  constructor(options: pg.ClientConfig, channel: string, onNotify: (payload: string) => void) {
    this.#options = options;
    this.#channel = channel;
    this.#onNotify = onNotify;
  }

  async start(): Promise<void> {
    const client = new pg.Client(this.#options);
    client.on('error', () => undefined); // 'end' follows, and is what counts
    client.on('notification', ({ payload }) => this.#onNotify(payload ?? ''));
    await client.connect();
    if (this.#stopped.signal.aborted) return client.end();
    this.#client = client;
    client.once('end', () => void this.#startAgain());
    await client.query(`LISTEN ${client.escapeIdentifier(this.#channel)}`);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#client?.end().catch(() => undefined);
  }

  async #startAgain(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        await wait(RELISTEN_DELAY_MS, undefined, { signal });
        await this.start();
        this.#onNotify('');
        return;
      } catch {
        // Stopped, or the server is still away: the loop's condition tells which.
      }
    }
  }
}
