import { systemClock } from '../core/clock.ts';
import { StartupProblem } from '../prisma/storage/startup-problem.ts';
import { describeProblems, readConfig } from './config.ts';
import { startHub } from './start-hub.ts';
import { serveSupergraph } from './standalone.ts';

/** How long requests under way may take to end after SIGINT or SIGTERM, in milliseconds. */
const GRACE_MS = 10_000;

/** The entry point of `npm start` and `npm run gateway`: runs until SIGINT or SIGTERM. */
async function main(argv: readonly string[]): Promise<void> {
  const began = performance.now();
  const reading = readConfig(process.env, argv);
  if ('problems' in reading) throw new StartupProblem(describeProblems(reading.problems));
  const { config } = reading;
  const { placement } = config;
  const server =
    placement.kind === 'supergraph'
      ? await serveSupergraph({ file: placement.file, host: config.host, port: config.port })
      : await startHub(config, systemClock);
  console.log(`Ready at ${server.url} after ${String(Math.round(performance.now() - began))} ms`);
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), GRACE_MS * 2).unref();
    server.close(signal, GRACE_MS).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      stop(signal);
    });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exitCode = 1;
});
