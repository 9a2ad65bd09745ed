import type pg from 'pg';
import { type Migration, type Project, readMigrations } from './project.ts';
import { StartupProblem } from './startup-problem.ts';

/** How an owner's part of a database stands to the migrations on disk. */
export interface MigrationStatus {
  readonly project: Project;
  /** Whether the owner's `_prisma_migrations` is there. */
  readonly hasHistory: boolean;
  /** Names, oldest first. */
  readonly applied: readonly string[];
  /** On disk and not in the database, oldest first. */
  readonly pending: readonly Migration[];
  /** Why nothing may be migrated or served; one sentence each, empty when all is well. */
  readonly problems: readonly string[];
}

/** A row of an owner's `_prisma_migrations`, the table that Prisma's own tools keep. */
interface HistoryRow {
  owner: string;
  name: string;
  checksum: string;
  started: string;
  isFinished: boolean;
  logs: string | null;
}

type Queryable = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>;

/** Compares the database with the migrations on disk, for all owners in two queries; changes nothing. */
export async function status(projects: readonly Project[], db: Queryable): Promise<readonly MigrationStatus[]> {
  const { rows: tables } = await db.query<{ namespace: string }>(
    `SELECT n.nspname AS namespace FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relname = '_prisma_migrations' AND c.relkind = 'r' AND n.nspname = ANY ($1)`,
    [projects.map(({ namespace }) => namespace)],
  );
  const present = new Set(tables.map(({ namespace }) => namespace));
  const rows = await readHistory(
    projects.filter(({ namespace }) => present.has(namespace)),
    db,
  );
  return Promise.all(
    projects.map(async (project) => {
      const history = rows.filter(({ owner }) => owner === project.owner);
      return compare(project, present.has(project.namespace), history, await readMigrations(project));
    }),
  );
}

async function readHistory(projects: readonly Project[], db: Queryable): Promise<readonly HistoryRow[]> {
  if (projects.length === 0) return [];
  const parts = projects.map(
    ({ namespace }, index) => `SELECT $${index + 1}::text AS owner, migration_name AS name, checksum,
       to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS started,
       finished_at IS NOT NULL AS "isFinished", logs
     FROM "${namespace}"."_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const sql = `${parts.join('\nUNION ALL\n')}\nORDER BY 1, 4, 2`;
  return (
    await db.query<HistoryRow>(
      sql,
      projects.map(({ owner }) => owner),
    )
  ).rows;
}

function compare(
  project: Project,
  hasHistory: boolean,
  history: readonly HistoryRow[],
  migrations: readonly Migration[],
): MigrationStatus {
  const onDisk = new Map(migrations.map((migration) => [migration.name, migration]));
  const inDatabase = new Set(history.map(({ name }) => name));
  const problems = history.flatMap((row) => problemOf(project, row, onDisk.get(row.name)) ?? []);
  return {
    project,
    hasHistory,
    applied: history.filter(({ isFinished }) => isFinished).map(({ name }) => name),
    pending: migrations.filter(({ name }) => !inDatabase.has(name)),
    problems,
  };
}

function problemOf({ owner, namespace }: Project, row: HistoryRow, file: Migration | undefined): string | undefined {
  const named = `${owner}: migration ${row.name}`;
  if (!row.isFinished) {
    const left = row.logs ? ` (${row.logs.trim().split('\n', 1)[0] ?? ''})` : '';
    return (
      `${named} was begun at ${row.started} and not finished${left}; nobody can tell how much of it was done. ` +
      `Restore the last backup, or undo by hand what it did and then: ` +
      `UPDATE "${namespace}"."_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = '${row.name}' AND finished_at IS NULL`
    );
  }
  if (!file)
    return `${named} is in the database but not in this version of the hub; start the newer version that wrote it`;
  if (file.checksum !== row.checksum) {
    return (
      `${named} was changed after it was applied: expected SHA-256 ${row.checksum}, the file has ${file.checksum}; ` +
      `put the file back as it was, and write what is new into a new migration`
    );
  }
  return undefined;
}

/** @throws StartupProblem with every problem that a status names, in one message */
export function refuseProblems(statuses: readonly MigrationStatus[]): void {
  const problems = statuses.flatMap((each) => each.problems);
  if (problems.length > 0) throw new StartupProblem(problems.join('; '));
}
