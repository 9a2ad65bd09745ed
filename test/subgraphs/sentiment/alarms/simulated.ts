import { openDatabase } from '../../../../prisma/storage/database.ts';
import { migrate } from '../../../../prisma/storage/migrate.ts';
import { PROJECTS } from '../../../../prisma/storage/project.ts';
import { openMigratedMemory } from '../../../support/databases.ts';
import { createPostgresDatabase } from '../../../support/server.ts';
import { diceOf } from './simulation/dice.ts';
import { simulate, type Happened, type Size } from './simulation/simulate.ts';
import { judge, type Verdict } from './simulation/verdict.ts';

/** A simulation, and what the log says of it. */
export interface Simulated {
  readonly happened: Happened;
  readonly verdict: Verdict;
}

/** Two processes over one embedded database. */
export async function simulatedEmbedded(size: Size, seed: number): Promise<Simulated> {
  const database = await openMigratedMemory();
  const happened = await simulate([database, database], size, diceOf(seed));
  const verdict = await judge(database, happened);
  await database.close();
  return { happened, verdict };
}

/** Two processes, each with connections of its own, over one PostgreSQL. */
export async function simulatedOnServer(size: Size, seed: number): Promise<Simulated> {
  const { url, drop } = await createPostgresDatabase();
  const first = await openDatabase({ kind: 'postgres', url });
  const second = await openDatabase({ kind: 'postgres', url });
  await migrate(PROJECTS, first.pool);
  const happened = await simulate([first, second], size, diceOf(seed));
  const verdict = await judge(first, happened);
  await first.close();
  await second.close();
  await drop();
  return { happened, verdict };
}
