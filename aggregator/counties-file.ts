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
  const range = regionRange(hub);
  const outside = counties.filter(({ region }) => region === hub || !covers(range, region));
  if (outside.length === 0) return counties;
  const told = outside.map(({ name, region }) => `  ${name}: expected a region below ${hub}, got ${region}`);
  throw new StartupProblem([`COUNTIES: ${file} does not fit the hub of region ${hub}:`, ...told].join('\n'));
}

function read(file: string, text: string): readonly County[] {
  try {
    return readCounties(text, process.env);
  } catch (error) {
    if (error instanceof CountiesProblem) throw new StartupProblem(`COUNTIES: ${file}: ${error.message}`);
    throw error;
  }
}
