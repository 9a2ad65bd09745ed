import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../support/databases.ts';
import { answer, answers, office, region, withdrawn } from './support/entries.ts';
import { COUNTY, openCity, startCounty, type PullingCity, type ServingCounty } from './support/hubs.ts';

const OTHER = '140522';
/** How many times the city is killed; more in `test/long`. */
const KILLS = Number(process.env['KILLS'] ?? '4');

describe.skipIf(!DATABASE_KINDS[1].isAvailable)('a city that is killed', () => {
  let counties: readonly ServingCounty[];
  let city: PullingCity;
  beforeAll(async () => {
    counties = await Promise.all([startCounty(), startCounty(OTHER)]);
    city = await openCity();
    for (const [index, code] of [COUNTY, OTHER].entries())
      await counties[index]?.commit(region(code), office(code), ...answers(0, 1_500, code));
  }, 120_000);
  afterAll(async () => {
    await Promise.all([...counties, city].map((hub) => hub.close()));
  });

  const pulling = async (): Promise<ChildProcess> => {
    const sources = counties.map(({ url }, index) => `${[COUNTY, OTHER][index] ?? ''}=${url}`);
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', `${import.meta.dirname}/support/child-city.ts`, city.folder, city.databaseUrl, ...sources],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    await once(child.stdout, 'data');
    return child;
  };
  const isEqual = async (code: string, { ground: { log } }: ServingCounty): Promise<boolean> =>
    JSON.stringify(await city.digests(code)) === JSON.stringify(await log.digests(await log.head(), code));

  it(`at ${String(KILLS)} random moments ends equal with each county, every entry in its log once`, async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = await pulling();
      const busy = counties.map(async (county, index) => {
        const code = [COUNTY, OTHER][index] ?? '';
        for (let n = 0; n < 10; n += 1) {
          const id = kill * 10 + n;
          await county.commit(
            answer(`live-${String(id)}`, { code }),
            answer(id, { kind: 'REVISED', version: 2, code }),
          );
          if (n % 5 === 0) await county.commit(withdrawn(1_000 + id, code));
          await pause(Math.random() * 60);
        }
      });
      await pause(Math.random() * 900);
      child.kill('SIGKILL');
      await Promise.all([once(child, 'exit'), ...busy]);
    }
    const child = await pulling();
    for (const [index, code] of [COUNTY, OTHER].entries()) {
      const county = counties[index];
      if (county === undefined) throw new Error('Expected a county.');
      for (let tries = 0; tries < 600 && !(await isEqual(code, county)); tries += 1) await pause(100);
      expect(await city.digests(code)).toEqual(await county.ground.log.digests(await county.ground.log.head(), code));
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { pool } = city.ground.database;
    const doubled = await pool.query('select id from feed.entry group by id having count(*) > 1');
    expect(doubled.rows).toEqual([]);
    const lanes = await pool.query('select region, quarantine from feed.lane order by region');
    expect(lanes.rows).toEqual([
      { region: COUNTY, quarantine: null },
      { region: OTHER, quarantine: null },
    ]);
  }, 600_000);
});
