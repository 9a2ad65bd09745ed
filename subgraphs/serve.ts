import { systemClock } from '../core/clock.ts';
import { describeProblems, readConfig, type Config } from '../gateway/config.ts';
import { listen } from '../gateway/listen.ts';
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
  const reading = readConfig(process.env, [...argv, '--distributed']);
  if ('problems' in reading) throw new StartupProblem(describeProblems(reading.problems));
  const isPortTold = argv.some((word) => word.startsWith('--port'));
  const stop = await start(subgraph, reading.config, portOf(subgraph, reading.config, isPortTold));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

async function start(subgraph: Subgraph, config: Config, port: number): Promise<() => Promise<void>> {
  const clock = systemClock;
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let last = closing.pop(); last !== undefined; last = closing.pop()) await last();
  };
  try {
    const ground = await openGround({ ...config, clock });
    closing.push(() => ground.close());
    const { database, log } = ground;
    if (config.sample) await loadSample(database.pool, log);
    const sealingKey = config.sealingKey ?? (await readOrCreateSecret(config.dataFolder, 'sealing.key', 32));
    const { retentionYears, handling } = config;
    const surroundings = { database, log, clock, sealingKey, retentionYears, handling };
    const problem = await subgraph.problem(surroundings);
    if (problem !== null) throw new StartupProblem(problem);
    const running = subgraph.start(surroundings);
    closing.push(() => running.close());
    const trust = await trustOf(config);
    const served = await serveSubgraph(subgraph, running, {
      listen: (server) => listen(server, config.host, port),
      trust,
    });
    closing.push(() => served.close());
    console.log(`Subgraph ${subgraph.name} at ${served.url}`);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function trustOf(config: Config) {
  const { subgraphSecret, dataFolder } = config;
  if (subgraphSecret !== null) return { secret: subgraphSecret, servesPublic: false };
  const made = await readOrCreateSecret(dataFolder, 'subgraph.key', 32);
  return { secret: Buffer.from(made).toString('base64url'), servesPublic: true };
}

/** The port in the URL by which gateways reach the subgraph, unless another was told. */
function portOf({ name }: Subgraph, config: Config, isPortTold: boolean): number {
  if (isPortTold || config.placement.kind !== 'distributed') return config.port;
  return Number(new URL(config.placement.urls[name] ?? '').port || 80);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exitCode = 1;
});
