import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onServer } from './server.ts';

/**
 * What many tests of a run start from, made once by whichever process needs it first: a database with all tables, or one
 * with the whole sample. Each is a word: the name of a database on the server, or a path.
 */
const VARIABLE = 'HUB_TEST_PREPARED';
const POLL_MS = 50;

/** Before a run: where what is prepared is told of. Afterwards all of it goes. Called by the runner. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-prepared-'));
  process.env[VARIABLE] = folder;
  return async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.database'));
    for (const name of names) {
      const database = await readFile(join(folder, name), 'utf8');
      await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    }
    await rm(folder, { recursive: true, force: true });
  };
}

/**
 * Gives what is prepared under a name; makes it when nobody has yet, and waits while someone does.
 *
 * @param name - ends in `.database` when it is one on the server, which is dropped after the run
 * @returns null outside of a run of tests, where nothing is prepared
 */
export async function prepared(name: string, make: (folder: string) => Promise<string>): Promise<string | null> {
  const folder = process.env[VARIABLE];
  if (folder === undefined) return null;
  const isFirst = await mkdir(join(folder, `${name}.claimed`)).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const made = await make(folder).catch((error: unknown) => `failed: ${String(error)}`);
    await writeFile(join(folder, `${name}.half`), made);
    await rename(join(folder, `${name}.half`), join(folder, name));
  }
  for (;;) {
    const made = await readFile(join(folder, name), 'utf8').catch(() => '');
    if (made.startsWith('failed: ')) throw new Error(`${name} could not be prepared: ${made}`);
    if (made !== '') return made;
    await pause(POLL_MS);
  }
}
