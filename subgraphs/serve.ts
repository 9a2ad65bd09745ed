import { systemClock } from '../core/clock.ts';
import { describeProblems, readConfig, type Config } from '../gateway/config.ts';
import { SETTINGS } from '../gateway/settings.ts';
import { readOrCreateSecret } from '../prisma/storage/data-folder.ts';
import { StartupProblem } from '../prisma/storage/startup-problem.ts';
import { loadSample, openGround, SUBGRAPH_NAMES, SUBGRAPHS, type Subgraph } from './index.ts';
import { serveSubgraph } from './kit/served/serve-subgraph.ts';

/** The entry point of `npm run subgraph -- NAME`: one subgraph alone, until SIGINT or SIGTERM. */
async function main([name, ...argv]: readonly string[]): Promise<void> {
  const subgraph = SUBGRAPHS.find((one) => one.name === name);
  if (subgraph === undefined) {
    throw new StartupProblem(
      `npm run subgraph -- NAME: expected one of ${SUBGRAPH_NAMES.join(', ')}, got ${name ?? 'nothing'}`,
    );
  }
  const reading = readConfig(process.env, argv);
  if ('problems' in reading) throw new StartupProblem(describeProblems(reading.problems));
  const stop = await start(
    subgraph,
    reading.config,
    argv.some((word) => word.startsWith('--port')),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

async function start(subgraph: Subgraph, config: Config, portGiven: boolean): Promise<() => Promise<void>> {
  const clock = systemClock;
  const ground = await openGround({ ...config, clock });
  if (config.sample) await loadSample(ground.database.pool, ground.log);
  const running = subgraph.start({ pool: ground.database.pool, log: ground.log, clock });
  const port = portGiven ? config.port : defaultPort(subgraph, config);
  const served = await serveSubgraph(subgraph, running, { host: config.host, port, trust: await trustOf(config) });
  console.log(`Subgraph ${subgraph.name} at ${served.url}`);
  return async () => {
    await served.close();
    await running.close();
    await ground.close();
  };
}

async function trustOf(config: Config) {
  const { subgraphSecret, dataFolder } = config;
  if (subgraphSecret !== null) return { secret: subgraphSecret, servesPublic: false };
  const made = await readOrCreateSecret(dataFolder, 'subgraph.key', 32);
  return { secret: Buffer.from(made).toString('base64url'), servesPublic: true };
}

function defaultPort({ name }: Subgraph, config: Config): number {
  const urls = config.placement.kind === 'distributed' ? config.placement.urls : {};
  const url = urls[name] ?? process.env[`SUBGRAPH_${name.toUpperCase()}_URL`] ?? SETTINGS[`${name}Url`].fallback;
  return Number(new URL(url).port || 80);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exitCode = 1;
});
