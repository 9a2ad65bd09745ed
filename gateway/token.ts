import { systemClock } from '../core/clock.ts';
import { readOrCreateSecret } from '../prisma/storage/data-folder.ts';
import { StartupProblem } from '../prisma/storage/startup-problem.ts';
import { describeProblems, readConfig } from './config.ts';
import { readTokenRequest, signToken, TOKEN_KEY, TOKEN_USAGE } from './token-request.ts';

/** The entry point of `npm run token`: prints one token, and works while the hub runs. */
async function main(argv: readonly string[]): Promise<void> {
  const asked = readTokenRequest(argv);
  if ('problems' in asked) throw new StartupProblem([...asked.problems, `Usage: ${TOKEN_USAGE}`].join('\n'));
  const reading = readConfig(process.env, []);
  if ('problems' in reading) throw new StartupProblem(describeProblems(reading.problems));
  const { dataFolder, jwksUrl } = reading.config;
  if (jwksUrl !== null) {
    throw new StartupProblem(
      'JWKS_URL: expected unset, because with it the hub takes only tokens of the sign-in service',
    );
  }
  const key = await readOrCreateSecret(dataFolder, TOKEN_KEY.file, TOKEN_KEY.bytes);
  console.log(await signToken(asked.request, key, systemClock));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exitCode = 2;
});
