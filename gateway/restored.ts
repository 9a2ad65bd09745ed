import { systemClock } from '../core/clock.ts';
import { beginEpoch } from '../feed/hub-identity.ts';
import { StartupProblem } from '../prisma/storage/startup-problem.ts';
import { openGround } from '../subgraphs/index.ts';
import { describeProblems, readConfig } from './config.ts';

/**
 * The entry point of `npm run restored`: to be run once after the database was restored from a backup, before the hub starts.
 * Positions that were given out after the backup are given out again; with a new epoch nobody takes one for the other.
 */
async function main(): Promise<void> {
  const reading = readConfig(process.env, []);
  if ('problems' in reading) throw new StartupProblem(describeProblems(reading.problems));
  const ground = await openGround({ ...reading.config, clock: systemClock });
  try {
    await beginEpoch(ground.database.pool);
    console.log('A new epoch of the log has begun: cursors from before are refused, and readers begin anew.');
  } finally {
    await ground.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exitCode = 1;
});
