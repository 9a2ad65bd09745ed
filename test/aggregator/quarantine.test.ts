import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginEpoch } from '../../feed/hub-identity.ts';
import { releaseLane, runnerOn } from '../../feed/lanes.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { answer, answers, office, region, withdrawn } from './support/entries.ts';
import { COUNTY, openCity, startCounty, type PullingCity, type ServingCounty } from './support/hubs.ts';

describe.skipIf(!DATABASE_KINDS[1].isAvailable)('a county that gives reason to doubt it', () => {
  let county: ServingCounty;
  let city: PullingCity;
  beforeEach(async () => {
    [county, city] = await Promise.all([startCounty(), openCity()]);
    await county.commit(region(COUNTY), office(), ...answers(0, 40));
    await city.pull(county.url);
    await county.commit(answer(1, { kind: 'REVISED', version: 2 }), ...answers(40, 10));
    await city.pull(county.url);
  });
  afterEach(async () => {
    await Promise.all([county.close(), city.close()]);
  });

  const there = async () => county.ground.log.digests(await county.ground.log.head(), COUNTY);
  const release = async () => releaseLane(runnerOn(city.ground.database.pool), COUNTY, new Date());
  /** Whatever is wrong: what is held stays as it is, the operator is told why, and once released the city is equal again. */
  const expectQuarantine = async (code: string) => {
    const before = await city.digests(COUNTY);
    await expect(city.pull(county.url)).rejects.toMatchObject({ name: 'Quarantined', code });
    expect(await city.lane()).toMatchObject({ state: 'QUARANTINED', quarantine: { code } });
    expect(await city.digests(COUNTY)).toEqual(before);
    await expect(city.pull(county.url)).rejects.toMatchObject({ code });
    await release();
    expect(await city.pull(county.url)).toMatchObject({
      quarantine: null,
      released: null,
      proof: { isComplete: true },
    });
    expect(await city.digests(COUNTY)).toEqual(await there());
  };
  /** Sets the county back to how it was after so many entries. */
  const setBack = async (position: number) => {
    const { pool } = county.ground.database;
    await pool.query('delete from feed.entry where position > $1', [position]);
    await pool.query('update feed.hub set position = $1', [position]);
  };

  it('restored from a backup, with a new epoch', async () => {
    await setBack(30);
    await beginEpoch(county.ground.database.pool);
    await county.commit(answer('after the restore'), answer(2, { kind: 'REVISED', version: 9 }));
    await expectQuarantine('LOG_REPLACED');
  });

  it('restored from a backup by somebody who forgot the new epoch: its log lies behind', async () => {
    await setBack(30);
    await expectQuarantine('LOG_REPLACED');
  });

  it('restored without a new epoch and grown beyond where it was: found by comparing, and put right', async () => {
    await setBack(45);
    await county.commit(...answers(100, 20));
    expect(await city.pull(county.url)).toMatchObject({ proof: { isComplete: true } });
    expect(await city.digests(COUNTY)).toEqual(await there());
  });

  it('another hub than before', async () => {
    await city.ground.database.pool.query(`update feed.lane set hub_id = 'the hub that was there'`);
    await expectQuarantine('HUB_CHANGED');
  });

  it('that withdraws more at once than the set share', async () => {
    await county.commit(...Array.from({ length: 20 }, (_one, n) => withdrawn(n)));
    await expectQuarantine('MANY_WITHDRAWN');
  });

  it('that no longer has what it had, with nothing said of it', async () => {
    await county.ground.database.pool.query(
      `delete from feed.entry where subject = 'KNOWLEDGE_ANSWER' and position <= 30`,
    );
    await expectQuarantine('MANY_WITHDRAWN');
  });

  it('withdraws a few, time and again, and all is well', async () => {
    for (let n = 0; n < 12; n += 3) {
      await county.commit(withdrawn(n), withdrawn(n + 1), withdrawn(n + 2));
      expect(await city.pull(county.url)).toMatchObject({ quarantine: null, proof: { isComplete: true } });
    }
    expect(await city.digests(COUNTY)).toEqual(await there());
  });
});
