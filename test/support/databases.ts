import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../prisma/storage/database.ts';
import { migrate } from '../../prisma/storage/migrate.ts';
import { PACKAGE_ROOT } from '../../prisma/storage/package-root.ts';
import { PROJECTS, readMigrations } from '../../prisma/storage/project.ts';
import { prepared } from './prepared.ts';
import { createPostgresDatabase, hasServer } from './server.ts';

/** One of the two databases that a test runs on, each fresh and private to the test. */
export interface DatabaseKind {
  readonly kind: Database['kind'];
  /** False when there is no such server here; with REQUIRE_POSTGRES=1 it counts as there, so that its absence fails. */
  readonly isAvailable: boolean;
  /** Without any table. */
  readonly openEmpty: () => Promise<Database>;
  /** With all owners' migrations applied. */
  readonly openMigrated: () => Promise<Database>;
}

/** Both databases, for `describe.each(...)` with `describe.skipIf`. */
export const DATABASE_KINDS: readonly [DatabaseKind, DatabaseKind] = [
  {
    kind: 'embedded',
    isAvailable: true,
    openEmpty: async () => openDatabase({ kind: 'memory', template: await template('empty') }),
    openMigrated: () => openMigratedMemory(),
  },
  {
    kind: 'postgres',
    isAvailable: await hasServer(),
    openEmpty: () => openScratchPostgres(),
    openMigrated: openMigratedPostgres,
  },
];

/** An embedded database in memory with all migrations applied; opens in about a second. */
export async function openMigratedMemory(): Promise<Database> {
  return openDatabase({ kind: 'memory', template: await template('migrated') });
}

async function openScratchPostgres(template?: string): Promise<Database> {
  const { url, drop } = await createPostgresDatabase(template);
  const database = await openDatabase({ kind: 'postgres', url });
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

/** A database on the server with all migrations applied, copied from the one that this run of tests has made. */
async function openMigratedPostgres(): Promise<Database> {
  const template = await prepared('migrated.database', async () => {
    const { name, url } = await createPostgresDatabase();
    const database = await openDatabase({ kind: 'postgres', url });
    await migrate(PROJECTS, database.pool);
    await database.close();
    return name;
  });
  if (template !== null) return openScratchPostgres(template);
  const database = await openScratchPostgres();
  await migrate(PROJECTS, database.pool);
  return database;
}

/** A database as bytes, kept between runs under a name that tells what it was made from. */
async function template(content: 'empty' | 'migrated'): Promise<Uint8Array> {
  const migrations = content === 'empty' ? [] : await Promise.all(PROJECTS.map(readMigrations));
  const require = createRequire(import.meta.url);
  const version = (
    JSON.parse(await readFile(require.resolve('@electric-sql/pglite').replace(/dist.*/, 'package.json'), 'utf8')) as {
      version: string;
    }
  ).version;
  const made = createHash('sha256')
    .update(JSON.stringify([version, migrations]))
    .digest('hex')
    .slice(0, 16);
  const folder = join(PACKAGE_ROOT, 'node_modules', '.cache', 'hub-test');
  const file = join(folder, `${content}-${made}.tar`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const database = await openDatabase({
    kind: 'memory',
    ...(content === 'empty' ? {} : { template: await template('empty') }),
  });
  if (content === 'migrated') await migrate(PROJECTS, database.pool);
  const bytes = await database.dumpTemplate();
  await database.close();
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.${process.pid}`, bytes);
  await rename(`${file}.${process.pid}`, file);
  return bytes;
}
