import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { refuseProblems, status } from './migration-status.ts';
import type { Migration, Project } from './project.ts';
import { reasonOf, StartupProblem } from './startup-problem.ts';

/** Held while one migration is applied, so that hubs which start together do not apply it twice. */
const LOCK_KEY = 72_707_369;

const escapeId = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What {@link migrate} applied. */
export interface Applied {
  readonly owner: string;
  readonly migration: string;
}

/**
 * Brings a database to the migrations on disk. When nothing is pending this costs two queries.
 *
 * A migration's SQL runs as one simple query, so it may define functions and triggers; it runs in one transaction with
 * its row in `_prisma_migrations`, so one that fails or is cut short leaves nothing behind. It must not end that
 * transaction itself, and can not use what PostgreSQL refuses inside one (CREATE INDEX CONCURRENTLY, for example).
 * Unqualified names mean the owner's Postgres schema. The table is the one that Prisma's own tools keep.
 *
 * @returns what was applied, oldest first
 * @throws StartupProblem when the history has a problem (see `status`) or a migration fails
 */
export async function migrate(projects: readonly Project[], pool: pg.Pool): Promise<readonly Applied[]> {
  const before = await status(projects, pool);
  refuseProblems(before);
  const applied: Applied[] = [];
  for (const { project, pending } of before) {
    if (pending.length === 0) continue;
    const client = await pool.connect();
    try {
      for (let name = await applyNext(project, client); name !== undefined; name = await applyNext(project, client)) {
        applied.push({ owner: project.owner, migration: name });
      }
    } finally {
      client.release();
    }
  }
  return applied;
}

/** Applies the oldest pending migration under the lock; undefined when there is none (any more). */
async function applyNext(project: Project, client: pg.PoolClient): Promise<string | undefined> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
    const [now] = await status([project], client);
    refuseProblems(now ? [now] : []);
    const next = now?.pending[0];
    if (next) {
      if (!now.hasHistory) await createHistory(project, client);
      await apply(project, next, client);
    }
    await client.query('COMMIT');
    return next?.name;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function createHistory({ namespace }: Project, client: pg.PoolClient): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${escapeId(namespace)};
    CREATE TABLE ${escapeId(namespace)}."_prisma_migrations" (
      id varchar(36) PRIMARY KEY NOT NULL,
      checksum varchar(64) NOT NULL,
      finished_at timestamptz,
      migration_name varchar(255) NOT NULL,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0
    )`);
}

async function apply(project: Project, migration: Migration, client: pg.PoolClient): Promise<void> {
  await client.query(`SET LOCAL search_path TO ${escapeId(project.namespace)}`);
  try {
    await client.query(migration.sql);
  } catch (error) {
    throw new StartupProblem(
      `${project.owner}: migration ${migration.name} failed${placeOf(error, migration.sql)}: ${reasonOf(error)}. ` +
        `Nothing of it was kept; mend what it complains of and start again`,
    );
  }
  await client.query(
    `INSERT INTO ${escapeId(project.namespace)}."_prisma_migrations"
       (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}

/** " in line 7" when PostgreSQL says where. */
function placeOf(error: unknown, sql: string): string {
  const position = error instanceof Error && 'position' in error ? Number(error.position) : Number.NaN;
  if (!Number.isInteger(position)) return '';
  return ` in line ${
    Array.from(sql)
      .slice(0, position - 1)
      .filter((character) => character === '\n').length + 1
  }`;
}
