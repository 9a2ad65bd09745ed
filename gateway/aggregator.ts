import { countiesIn, startAggregator } from '../aggregator/index.ts';
import { systemClock } from '../core/clock.ts';
import { StartupProblem } from '../prisma/storage/startup-problem.ts';
import { openGround } from '../subgraphs/index.ts';
import { describeProblems, readConfig } from './config.ts';
import { approve, showStatus } from './files/lanes.ts';
import { localeOf, reachHub } from './files/reached-hub.ts';
import { readArguments } from './arguments.ts';

const USAGE = [
  'npm run aggregator                     pulls without a gateway, beside a hub whose subgraphs run on their own (COUNTIES, DATABASE_URL)',
  'npm run aggregator -- status           how far each hub has come   [--url URL] [--token TOKEN]',
  'npm run aggregator -- approve REGION   releases a hub from quarantine   [--url URL] [--token TOKEN]',
].join('\n');

/** The entry point of `npm run aggregator`. */
async function main([command, ...rest]: readonly string[]): Promise<void> {
  const region = command === 'approve' ? rest[0] : undefined;
  const { options, problems } = readArguments(region === undefined ? rest : rest.slice(1), {
    url: 'value',
    token: 'value',
  });
  const isKnown =
    command === undefined || command === 'status' || (command === 'approve' && /^\d{6}$/.test(region ?? ''));
  if (!isKnown || problems.length > 0) throw new StartupProblem([...problems, USAGE].join('\n'));
  if (command === undefined) return run();
  const [url, token] = [options.get('url')?.[0] ?? null, options.get('token')?.[0] ?? null];
  const hub = await reachHub({ url, token, signIn: { role: 'OPERATOR', region: null } }, process.env);
  try {
    const locale = localeOf(process.env);
    const isDone = region === undefined ? await showStatus(hub, locale) : await approve(hub, region);
    process.exitCode = isDone ? 0 : 1;
  } finally {
    await hub.close();
  }
}

/** Pulls until SIGINT or SIGTERM. */
async function run(): Promise<void> {
  const reading = readConfig(process.env, []);
  if ('problems' in reading) throw new StartupProblem(describeProblems(reading.problems));
  const { config } = reading;
  const { countiesFile, hub } = config;
  if (countiesFile === null) throw new StartupProblem(`COUNTIES: expected a file, got none\n${USAGE}`);
  const counties = await countiesIn(countiesFile, hub);
  const ground = await openGround({ ...config, clock: systemClock });
  const aggregator = startAggregator({ ...ground, clock: systemClock }, counties);
  console.log(`Pulling from ${counties.map(({ name }) => name).join(', ')}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await aggregator.close();
  await ground.close();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exitCode = 1;
});
