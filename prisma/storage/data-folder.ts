import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../core/clock.ts';
import { findOtherOwner, ownClaim } from './folder-claim.ts';
import { codeOf, reasonOf, StartupProblem } from './startup-problem.ts';

/** How often an owner says that it is still there, in milliseconds. */
const SIGN_OF_LIFE_MS = 10_000;

/** A data folder that this process owns until it is released. */
export interface DataFolder {
  readonly path: string;
  /** Gives the folder up. Safe to call again. */
  release(): Promise<void>;
}

/**
 * Takes a data folder for one hub alone, and makes it when it is absent. The embedded database loses rows silently
 * when two processes write its files.
 *
 * Every hub writes a claim of its own and then looks at the others', so of two that start together at least one sees
 * the other: it may happen that both refuse, never that both go on.
 *
 * @throws StartupProblem when another hub owns the folder, or it is a file, or can not be written
 */
export async function ownDataFolder(path: string): Promise<DataFolder> {
  await makeFolder(path);
  const file = join(path, `owner-${randomUUID()}.json`);
  const withdraw = (): Promise<void> => rm(file, { force: true });
  try {
    await writeFile(file, JSON.stringify(ownClaim()), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new StartupProblem(`data folder ${path}: expected a folder that can be written, but: ${reasonOf(error)}`);
  }
  const owner = await findOtherOwner(path, file).catch(async (error: unknown) => {
    await withdraw();
    throw new StartupProblem(`data folder ${path}: expected a folder that can be read, but: ${reasonOf(error)}`);
  });
  if (owner !== undefined) {
    await withdraw();
    throw new StartupProblem(
      `data folder ${path}: in use by ${owner}; stop that one first, or set DATA to another folder`,
    );
  }
  const timer = setInterval(() => {
    const now = systemClock.now();
    utimes(file, now, now).catch(() => undefined); // the folder is gone; there is nothing left to protect
  }, SIGN_OF_LIFE_MS);
  timer.unref();
  return {
    path,
    async release() {
      clearInterval(timer);
      await withdraw();
    },
  };
}

/**
 * The bytes of a small secret in the data folder; made of random bytes, readable by its owner alone, when it is absent.
 * Needs no ownership of the folder: of two processes that make it together, both get the same bytes.
 *
 * @param name - the file's name, for example `jwt.key`
 * @param size - in bytes
 * @throws StartupProblem when the file can not be read or written, or has another size
 */
export async function readOrCreateSecret(folder: string, name: string, size: number): Promise<Uint8Array> {
  await makeFolder(folder);
  const file = join(folder, name);
  try {
    const secret = (await readIfThere(file)) ?? (await createSecret(file, size));
    if (secret.length === size) return new Uint8Array(secret);
    throw new Error(`it has ${secret.length} bytes; delete it to have a new one made`);
  } catch (error) {
    throw new StartupProblem(`secret ${file}: expected a file of ${size} bytes, but: ${reasonOf(error)}`);
  }
}

/** Appears under its name with all its bytes or not at all; a file that another process has put there first stays. */
async function createSecret(file: string, size: number): Promise<Buffer> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, randomBytes(size), { flag: 'wx', mode: 0o600 });
    await link(draft, file).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file);
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const isFile = (await stat(path).catch(() => undefined))?.isFile() === true;
    throw new StartupProblem(
      `data folder ${path}: expected a folder, but ${isFile ? 'it is a file' : reasonOf(error)}`,
    );
  }
}
