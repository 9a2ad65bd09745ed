import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trim } from '../../feed/trim.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { answer, answers, office, region, withdrawn } from './support/entries.ts';
import { COUNTY, openCity, startCounty, type PullingCity, type ServingCounty } from './support/hubs.ts';

describe.skipIf(!DATABASE_KINDS[1].isAvailable)('a round from a county', () => {
  let county: ServingCounty;
  let city: PullingCity;
  beforeEach(async () => {
    [county, city] = await Promise.all([startCounty(), openCity()]);
    await county.commit(region(COUNTY), office());
  });
  afterEach(async () => {
    await Promise.all([county.close(), city.close()]);
  });

  const there = async () => {
    const { log } = county.ground;
    return log.digests(await log.head(), COUNTY);
  };
  const expectEqual = async () => {
    expect(await city.digests(COUNTY)).toEqual(await there());
  };

  it('takes the state, then what came, each entry under its own id and origin', async () => {
    await county.commit(...answers(0, 1_200));
    await county.commit(answer(3, { kind: 'REVISED', version: 2 }), withdrawn(4));
    const lane = await city.pull(county.url);
    expect(lane).toMatchObject({ state: 'TAIL', fault: null, taken: 1_201, proof: { isComplete: true, repaired: 0 } });
    await expectEqual();
    await county.commit(answer(5, { kind: 'REVISED', version: 2 }), withdrawn(6), answer('new'));
    expect(await city.pull(county.url)).toMatchObject({ taken: 1_204, proof: { isComplete: true, repaired: 0 } });
    await expectEqual();
    const originals = await county.ground.log.read({ after: null, first: 1_000 });
    const ids = new Set(originals.entries.map(({ id }) => id));
    const copied = await city.ground.log.read({ after: null, first: 1_000, filter: { regions: [COUNTY] } });
    expect(copied.entries.slice(0, 500).filter(({ id }) => !ids.has(id)).length).toBeLessThanOrEqual(205);
    expect(new Set(copied.entries.map(({ originId }) => originId))).toEqual(new Set([county.ground.log.hub.id]));
  });

  it('changes nothing when nothing changed, and says so again', async () => {
    await county.commit(...answers(0, 30));
    const first = await city.pull(county.url);
    const head = await city.ground.log.head();
    const second = await city.pull(county.url);
    expect(second).toMatchObject({ cursor: first.cursor, taken: first.taken, proof: { isComplete: true } });
    expect(await city.ground.log.head()).toBe(head);
  });

  it('puts right what was lost or altered here, and withdraws what is not there', async () => {
    await county.commit(...answers(0, 400));
    await city.pull(county.url);
    const { pool } = city.ground.database;
    await pool.query(`delete from feed.entry where subject_id in ('answer-${COUNTY}-7', 'answer-${COUNTY}-300')`);
    await pool.query(`update feed.entry set digest = repeat('0', 64) where subject_id = 'answer-${COUNTY}-8'`);
    await pool.query(`update feed.entry set subject_id = 'answer-nowhere' where subject_id = 'answer-${COUNTY}-9'`);
    const lane = await city.pull(county.url);
    expect(lane.proof).toMatchObject({ isComplete: true, repaired: 5 });
    await expectEqual();
  });

  it('takes the state anew when the county no longer keeps the history behind', async () => {
    await county.commit(...answers(0, 40));
    await city.pull(county.url);
    const { log, database } = county.ground;
    await county.commit(answer(1, { kind: 'REVISED', version: 2 }), withdrawn(2), ...answers(40, 5));
    await trim(database.pool, await log.head());
    await county.commit(answer(3, { kind: 'REVISED', version: 2 }));
    const lane = await city.pull(county.url);
    expect(lane).toMatchObject({ state: 'TAIL', quarantine: null, proof: { isComplete: true } });
    await expectEqual();
  });

  it('holds a subject back from staff of the city, and hands over what the city had made itself', async () => {
    const { inOneTransaction } = await import('./support/hubs.ts');
    await county.commit(answer(1));
    await inOneTransaction(city.ground, [region(COUNTY), office(), answer(1, { version: 7 })]);
    expect(await city.pull(county.url)).toMatchObject({ taken: 3, proof: { isComplete: true } });
    await expectEqual();
    await expect(inOneTransaction(city.ground, [answer(1, { version: 8 })])).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { heldFrom: COUNTY },
    });
  });

  it('takes nothing of its own region from another hub, nor of one beside it', async () => {
    for (const region of ['140500', '140100', '140000'])
      await expect(city.pull(county.url, { region })).rejects.toThrow(`expected a region below 140500, got ${region}`);
    expect(await city.lane('140500')).toBeUndefined();
  });

  it('does not compare clocks: a city whose clock is a week off takes the same', async () => {
    await county.commit(...answers(0, 20), withdrawn(3));
    for (const days of [-7, 7]) {
      const skewed = await openCity({ clock: { now: () => new Date(Date.now() + days * 86_400_000) } });
      expect(await skewed.pull(county.url)).toMatchObject({ proof: { isComplete: true } });
      expect(await skewed.digests(COUNTY)).toEqual(await there());
      await skewed.close();
    }
  });
});
