/** `npm run migration -- <owner> <name>`: writes what the schema files have and the migrations lack as a new migration. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { systemClock } from '../../core/clock.ts';
import { diff } from './drift.ts';
import { OWNERS, type Project, projectOf } from './project.ts';
import { reasonOf } from './startup-problem.ts';

/**
 * Writes a new migration folder from the difference between an owner's migrations and its schema files.
 *
 * @param name - what the migration does, in snake_case; the folder is named `<UTC time>_<name>`
 * @returns the file, or undefined when there is no difference
 */
export async function makeMigration(project: Project, name: string, now: Date): Promise<string | undefined> {
  const sql = await diff(project);
  if (sql === '') return undefined;
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(project.migrations, `${time}_${name}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'migration.sql');
  await writeFile(file, sql, { flag: 'wx' });
  return file;
}

async function main(): Promise<void> {
  const [given, name] = process.argv.slice(2);
  const owner = OWNERS.find((each) => each === given);
  if (owner === undefined || name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(`usage: npm run migration -- <${OWNERS.join('|')}> <name_in_snake_case>`);
  }
  const file = await makeMigration(projectOf(owner), name, systemClock.now());
  console.log(
    file ? `written: ${relative(process.cwd(), file)}` : `${owner}: the migrations and the schema files agree`,
  );
}

if (process.argv[1] === import.meta.filename) {
  await main().catch((error: unknown) => {
    console.error(reasonOf(error));
    process.exitCode = 1;
  });
}
