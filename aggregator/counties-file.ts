import { readFile } from 'node:fs/promises';
import { covers, regionRange } from '../core/region-code.ts';
import { reasonOf, StartupProblem } from '../prisma/storage/startup-problem.ts';
import { CountiesProblem, readCounties, type County } from './counties.ts';

/**
 * The hubs that a file names.
 *
 * @param hub - the region of the hub that pulls: it takes from regions below its own
 * @throws StartupProblem with every mistake in it, in words for people
 */
export async function countiesIn(file: string, hub: string): Promise<readonly County[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartupProblem(`COUNTIES: can not read ${file}: ${reasonOf(error)}`);
  });
  const counties = read(file, text);
  requireBelow(hub, counties, `COUNTIES: ${file}`);
  return counties;
}

/**
 * A hub takes from regions below its own: what it held of its own region from another hub its staff could not change.
 *
 * @param place - where the hubs were named, for people
 * @throws StartupProblem that names all that lie elsewhere
 */
export function requireBelow(hub: string, counties: readonly County[], place: string): void {
  const range = regionRange(hub);
  const outside = counties.filter(({ region }) => region === hub || !covers(range, region));
  if (outside.length === 0) return;
  const told = outside.map(({ name, region }) => `  ${name}: expected a region below ${hub}, got ${region}`);
  throw new StartupProblem([`${place} does not fit the hub of region ${hub}:`, ...told].join('\n'));
}

function read(file: string, text: string): readonly County[] {
  try {
    return readCounties(text, process.env);
  } catch (error) {
    if (error instanceof CountiesProblem) throw new StartupProblem(`COUNTIES: ${file}: ${error.message}`);
    throw error;
  }
}
