import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countyAt, pullOnce, type County } from '../../../aggregator/index.ts';
import { systemClock, type Clock } from '../../../core/clock.ts';
import { digests } from '../../../feed/digest.ts';
import { readLanes, runnerOn, type Lane } from '../../../feed/lanes.ts';
import { readConfig } from '../../../gateway/config.ts';
import { startHub } from '../../../gateway/start-hub.ts';
import { openGround } from '../../../subgraphs/index.ts';
import type { Ground } from '../../../subgraphs/ground.ts';
import type { EntryToAppend } from '../../../feed/append.ts';
import { prepared } from '../../support/prepared.ts';
import { createPostgresDatabase } from '../../support/server.ts';

const CITY = '140500';
export const COUNTY = '140521';

/** A hub of a county that serves, whose log and database a test writes to. */
export interface ServingCounty {
  /** Where it stands, without `/graphql`. */
  readonly url: string;
  readonly ground: Ground;
  /** The region's county and its office come first; they are what everything else is of. */
  commit(...entries: readonly EntryToAppend[]): Promise<void>;
  close(): Promise<void>;
}

/** The city, which serves nobody here; a test pulls for it. */
export interface PullingCity {
  readonly ground: Ground;
  readonly folder: string;
  readonly databaseUrl: string;
  pull(url: string, given?: Partial<Record<'region' | 'name' | 'token', string>>): Promise<Lane>;
  lane(region?: string): Promise<Lane | undefined>;
  /** What its own log holds of a region, by the digests of FEED §8. */
  digests(
    region: string,
  ): Promise<readonly { readonly subject: string; readonly count: number; readonly digest: string }[]>;
  close(): Promise<void>;
}

/** Starts a hub of the county, or of another, over a database of its own on the server. */
export async function startCounty(region = COUNTY): Promise<ServingCounty> {
  const { folder, url: databaseUrl, drop } = await newDatabase();
  const reading = readConfig(
    { DATA: folder, DATABASE_URL: databaseUrl, HUB: region, SAMPLE: 'no', PORT: '0', LIMIT_COST: '100000000' },
    [],
  );
  if ('problems' in reading) throw new Error(reading.problems.join('\n'));
  const server = await startHub(reading.config, systemClock);
  const ground = await openGround({ dataFolder: folder, databaseUrl, hub: region, clock: systemClock });
  return {
    url: server.url,
    ground,
    commit: async (...entries) => {
      await inOneTransaction(ground, entries);
    },
    close: async () => {
      await server.close('the test ended', 1_000);
      await ground.close();
      await drop();
    },
  };
}

/** Writes entries to a hub's log in one transaction. */
export async function inOneTransaction(ground: Ground, entries: readonly EntryToAppend[]): Promise<void> {
  const client = await ground.database.pool.connect();
  try {
    await client.query('begin');
    const $queryRawUnsafe = async <Result>(sql: string, ...values: unknown[]) =>
      (await client.query(sql, values)).rows as Result;
    await ground.log.append({ $queryRawUnsafe }, entries);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  ground.log.wake();
}

/** Opens the ground of the city over a database of its own on the server. */
export async function openCity({ clock = systemClock }: { readonly clock?: Clock } = {}): Promise<PullingCity> {
  const { folder, url: databaseUrl, drop } = await newDatabase();
  const ground = await openGround({ dataFolder: folder, databaseUrl, hub: CITY, clock });
  const { pool } = ground.database;
  return {
    ...{ ground, folder, databaseUrl },
    pull: async (url, given = {}) => pullOnce({ ...ground, clock }, await sourceAt(url, given)),
    lane: async (region = COUNTY) => (await readLanes(runnerOn(pool), region))[0],
    digests: async (region) => digests(pool, await ground.log.head(), region),
    close: async () => {
      await ground.close();
      await drop();
    },
  };
}

/** A county at a URL. */
export function sourceAt(
  url: string,
  given: Partial<Record<'region' | 'name' | 'token', string>> = {},
): Promise<County> {
  const { region = COUNTY, name = '沁水县', token = null } = given;
  return countyAt(url, CITY, { region, name, token });
}

async function newDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'hub-'));
  const template = await prepared('migrated.for-hubs.database', async (place) => {
    const { name, url } = await createPostgresDatabase();
    const ground = await openGround({ dataFolder: place, databaseUrl: url, hub: CITY, clock: systemClock });
    await ground.database.pool.query('delete from feed.entry');
    await ground.database.pool.query('delete from feed.hub');
    await ground.close();
    return name;
  });
  const { url, drop } = await createPostgresDatabase(template ?? undefined);
  return {
    folder,
    url,
    drop: async () => {
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
