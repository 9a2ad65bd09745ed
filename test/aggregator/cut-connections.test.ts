import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAggregator, type RunningAggregator } from '../../aggregator/index.ts';
import { systemClock } from '../../core/clock.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { cuttingProxy, type CuttingProxy } from './support/cutting-proxy.ts';
import { answer, answers, office, region, withdrawn } from './support/entries.ts';
import { COUNTY, openCity, sourceAt, startCounty, type PullingCity, type ServingCounty } from './support/hubs.ts';

/** Numbers that look random and are the same in each run: a step of mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.skipIf(!DATABASE_KINDS[1].isAvailable)('a county behind a wire that breaks', () => {
  let county: ServingCounty;
  let city: PullingCity;
  let wire: CuttingProxy;
  let running: RunningAggregator | undefined;
  beforeEach(async () => {
    [county, city] = await Promise.all([startCounty(), openCity()]);
    await county.commit(region(COUNTY), office(), ...answers(0, 1_500));
    const random = numbers(20_261_125);
    wire = await cuttingProxy(county.url, () => Math.floor(random() * 100_000));
  });
  afterEach(async () => {
    await running?.close();
    wire.close();
    await Promise.all([county.close(), city.close()]);
  });

  it('comes over whole, whatever was cut off while more was made public', async () => {
    const rhythm = { proofMs: 300, firstRetryMs: 20, longestRetryMs: 100, releaseMs: 50 };
    running = startAggregator({ ...city.ground, clock: systemClock }, [await sourceAt(wire.url)], rhythm);
    for (let n = 0; n < 60; n += 1) {
      await county.commit(answer(`live-${String(n)}`), answer(n, { kind: 'REVISED', version: 2 }), withdrawn(200 + n));
      await pause(50);
    }
    expect(wire.cuts()).toBeGreaterThan(3);
    wire.mend();
    const { log } = county.ground;
    const there = async () => log.digests(await log.head(), COUNTY);
    for (let tries = 0; tries < 200; tries += 1) {
      const lane = await city.lane();
      const isLevel = JSON.stringify(await city.digests(COUNTY)) === JSON.stringify(await there());
      if (isLevel && lane?.state === 'LIVE') break;
      await pause(100);
    }
    expect(await city.digests(COUNTY)).toEqual(await there());
    expect(await city.lane()).toMatchObject({ state: 'LIVE', quarantine: null, fault: null });
    await running.close();
    expect(await city.lane()).toMatchObject({ state: 'TAIL' });
  }, 60_000);
});
