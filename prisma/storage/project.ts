import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from './package-root.ts';
import { codeOf } from './startup-problem.ts';

/** One owner's part of the database: its schema files, its migrations, and the Postgres schema that holds its tables. */
export interface Project {
  /** Names the owner in messages. */
  readonly owner: string;
  /** Folder of `*.prisma` files. */
  readonly schema: string;
  /** Folder of migrations: one folder each, sorted by name, with a `migration.sql` in it. */
  readonly migrations: string;
  /** The Postgres schema with the owner's tables and its `_prisma_migrations`. */
  readonly namespace: string;
}

/** Who owns a part of the database, in the order in which migrations run. */
export const OWNERS = ['feed', 'catalogue', 'documents', 'pricing', 'sentiment'] as const;
export type Owner = (typeof OWNERS)[number];

/** The part of the database that an owner has. */
export function projectOf(owner: Owner): Project {
  const folder = join(PACKAGE_ROOT, 'prisma', owner);
  return { owner, schema: join(folder, 'schema'), migrations: join(folder, 'migrations'), namespace: owner };
}

/** All parts of the hub's database. */
export const PROJECTS: readonly Project[] = OWNERS.map(projectOf);

/** One migration as it stands on disk. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, as Prisma keeps it in `_prisma_migrations`. */
  readonly checksum: string;
}

/** An owner's migrations, oldest first; none when the folder is absent. */
export async function readMigrations({ migrations }: Project): Promise<readonly Migration[]> {
  const entries = await readdir(migrations, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(migrations, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The texts of an owner's schema files, in a fixed order. */
export async function readSchemaFiles({ schema }: Project): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(schema, { recursive: true })).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(schema, name), content: await readFile(join(schema, name), 'utf8') })),
  );
}
