import { join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import { openLog, type Log } from '../feed/log.ts';
import { ownDataFolder } from '../prisma/storage/data-folder.ts';
import { openDatabase, type Database } from '../prisma/storage/database.ts';
import { migrate } from '../prisma/storage/migrate.ts';
import { PROJECTS } from '../prisma/storage/project.ts';
import { StartupProblem } from '../prisma/storage/startup-problem.ts';
import { addPublishedYears } from './catalogue/commands/add-published-years.ts';
import { openClient as openCatalogue } from './catalogue/store/database.ts';
import type { Surroundings } from './kit/subgraph.ts';

/** Where a process finds its data, and whose they are. */
export interface GroundOptions {
  /** The folder of the embedded database and of the keys; used for the database only without `databaseUrl`. */
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  /** The region that the hub serves, by its GB/T 2260 code. */
  readonly hub: string;
  readonly clock: Clock;
}

/** What all subgraphs of a process stand on: one database, migrated, the log in it, and the published calendar years. */
export interface Ground {
  readonly database: Database;
  readonly log: Log;
  /** Closes the log, the database and the data folder, in that order. */
  close(): Promise<void>;
}

/**
 * Opens the database, brings it to the present schema, opens the log and adds the years of the working calendar that
 * this version knows and the database lacks. An embedded database belongs to this process until it closes.
 *
 * @throws StartupProblem in words for people: an unreachable database, a data folder in use or not writable, an
 *   interrupted migration, a database of another hub
 */
export async function openGround(options: GroundOptions): Promise<Ground> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let last = closing.pop(); last !== undefined; last = closing.pop()) await last();
  };
  try {
    const database = await openStorage(options, closing);
    await migrate(PROJECTS, database.pool);
    const { hub, clock } = options;
    const log = await openLog({ database, hub: { name: hubName(hub), regionCode: hub }, clock });
    closing.push(() => log.close());
    if (log.hub.regionCode !== hub) throw otherHub(hub, log.hub.regionCode);
    await layCalendar({ database, log, clock });
    return { database, log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openStorage(options: GroundOptions, closing: (() => Promise<unknown>)[]): Promise<Database> {
  if (options.databaseUrl !== null) {
    const database = await openDatabase({ kind: 'postgres', url: options.databaseUrl });
    closing.push(() => database.close());
    return database;
  }
  const folder = await ownDataFolder(options.dataFolder);
  closing.push(() => folder.release());
  const database = await openDatabase({ kind: 'embedded', folder: join(folder.path, 'db') });
  closing.push(() => database.close());
  return database;
}

/** Adds the calendar years that the database lacks; a database without a sample has them too. */
async function layCalendar({ database, log, clock }: Pick<Surroundings, 'database' | 'log' | 'clock'>): Promise<void> {
  const db = openCatalogue(database.pool);
  await addPublishedYears({ db, log, clock });
  await db.$disconnect();
}

function hubName(regionCode: string): string {
  return `Disclosure hub of region ${regionCode}`;
}

function otherHub(expected: string, got: string): StartupProblem {
  return new StartupProblem(
    `The database belongs to the hub of region ${got}; expected ${expected}. Set HUB=${got}, or choose another DATA or DATABASE_URL.`,
  );
}
