import { countyAt, countiesIn, pullOnce, type County } from '../aggregator/index.ts';
import { systemClock } from '../core/clock.ts';
import { StartupProblem } from '../prisma/storage/startup-problem.ts';
import { loadSample, openGround } from '../subgraphs/index.ts';
import { readArguments } from './arguments.ts';
import { describeProblems, readConfig, type Config } from './config.ts';

const USAGE =
  'npm run pull -- --from URL [--region CODE] [--name TEXT] [--token TOKEN]   (settings such as HUB and DATABASE_URL as for npm start)';

/** The entry point of `npm run pull`: one round from one hub, while this hub itself does not run. */
async function main(argv: readonly string[]): Promise<void> {
  const { options, problems } = readArguments(argv, { from: 'value', region: 'value', name: 'value', token: 'value' });
  const given = (name: string): string | null => options.get(name)?.[0] ?? null;
  const from = given('from');
  const isAddress = from !== null && URL.canParse(from);
  const missing = isAddress ? [] : [`--from: expected the URL of the hub to pull from, got ${from ?? 'none'}`];
  if (!isAddress || problems.length > 0)
    throw new StartupProblem([...problems, ...missing, `Usage: ${USAGE}`].join('\n'));
  const reading = readConfig(process.env, []);
  if ('problems' in reading) throw new StartupProblem(describeProblems(reading.problems));
  const { config } = reading;
  const county = await sourceOf(config, { from, region: given('region'), name: given('name'), token: given('token') });
  const ground = await openGround({ ...config, clock: systemClock });
  try {
    if (config.sample) await loadSample(ground.database.pool, ground.log);
    const began = performance.now();
    const lane = await pullOnce({ ...ground, clock: systemClock }, county);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    const held = lane.proof?.subjects.reduce((sum, { count }) => sum + count, 0) ?? 0;
    console.log(
      `${county.name} (${county.region}): ${String(lane.taken)} entries taken so far, ${String(held)} records held, ` +
        `equal to ${from} at ${lane.cursor ?? ''}; ${seconds} s`,
    );
  } finally {
    await ground.close();
  }
}

/** The hub of the COUNTIES file that stands at the URL; else the URL itself, which whoever typed it answers for. */
async function sourceOf(
  { countiesFile, hub }: Config,
  { from, ...given }: { readonly from: string } & Readonly<Record<'region' | 'name' | 'token', string | null>>,
): Promise<County> {
  const counties = countiesFile === null ? [] : await countiesIn(countiesFile, hub);
  const named = counties.find(({ endpoint }) => from.replace(/\/(?:graphql\/?)?$/, '') === endpoint);
  return named ?? countyAt(from, hub, given);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error && error.name !== 'Error' ? error.message : error);
  process.exitCode = 1;
});
