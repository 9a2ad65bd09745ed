import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../core/clock.ts';
import { placeOfProcesses, startOfProcess } from './process-identity.ts';

const CLAIM_FILE = /^owner-[0-9a-f-]{36}\.json$/;

/** After how long without a sign an owner in another container or on another machine counts as gone, in milliseconds. */
const SILENCE_MS = 60_000;

/** A process that says: this folder is mine. */
export interface Claim {
  readonly pid: number;
  /** See {@link startOfProcess}; null when the system does not tell. */
  readonly started: string | null;
  /** See {@link placeOfProcesses}. */
  readonly place: string;
}

/** The claim that this process makes. */
export function ownClaim(): Claim {
  return { pid: process.pid, started: startOfProcess(process.pid) ?? null, place: placeOfProcesses() };
}

/**
 * Looks at the claims on a folder beside one's own and sweeps away those of the dead.
 *
 * The claim of a process that was killed is known by its process number and start time; one from another container or
 * machine, of which the system can tell nothing, by its last sign of life.
 *
 * @returns the living owner's description for a message, or undefined when there is none
 */
export async function findOtherOwner(folder: string, own: string): Promise<string | undefined> {
  const files = (await readdir(folder)).filter((name) => CLAIM_FILE.test(name)).map((name) => join(folder, name));
  for (const file of files.filter((each) => each !== own)) {
    const owner = await livingOwner(file);
    if (owner !== undefined) return owner;
    await rm(file, { force: true }); // names are never used again, so nobody else's claim is hit
  }
  return undefined;
}

async function livingOwner(file: string): Promise<string | undefined> {
  const found = await Promise.all([readFile(file, 'utf8'), stat(file)]).catch(() => undefined);
  if (!found) return undefined; // released meanwhile
  const [text, facts] = found;
  const isSilent = systemClock.now().getTime() - facts.mtimeMs > SILENCE_MS;
  const claim = parseClaim(text);
  if (!claim) return isSilent ? undefined : `a process that is just starting (${file})`;
  if (claim.place !== placeOfProcesses()) {
    const [host = 'another machine'] = claim.place.split('|');
    const seconds = SILENCE_MS / 1_000;
    return isSilent
      ? undefined
      : `process ${claim.pid} on ${host} (if it has ended, wait ${seconds} s or delete ${file})`;
  }
  const started = startOfProcess(claim.pid);
  return started !== undefined && started === claim.started ? `process ${claim.pid}` : undefined;
}

/** Undefined when the claim is only half written. */
function parseClaim(text: string): Claim | undefined {
  try {
    const { pid, started, place } = JSON.parse(text) as Partial<Claim>;
    return pid !== undefined && started !== undefined && place !== undefined ? { pid, started, place } : undefined;
  } catch {
    return undefined;
  }
}
