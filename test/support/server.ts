import { randomUUID } from 'node:crypto';
import pg from 'pg';

const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Whether there is a PostgreSQL server for tests; with REQUIRE_POSTGRES=1 there must be. */
export async function hasServer(): Promise<boolean> {
  if (process.env['REQUIRE_POSTGRES'] === '1') return true;
  return onServer('SELECT 1').then(
    () => true,
    () => false,
  );
}

/** Runs a statement on the test server, outside of any database of tests. */
export async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A database on the test server. */
export interface ServerDatabase {
  readonly name: string;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/**
 * Makes a database on the test server.
 *
 * @param template - the database that it is a copy of; an empty one when left out
 */
export async function createPostgresDatabase(template?: string): Promise<ServerDatabase> {
  const name = `hub_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
