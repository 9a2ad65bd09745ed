import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { addInstitutions, type FilledPricing } from '../filled-pricing.ts';
import { emptied, entriesOf, filesOf, line, publish, startGround, stored, take, unproved } from './taking-over.ts';

const LINES = ['001', '002', '003'].map((code) => line(code, '10'));

describe('what another hub takes back', () => {
  let county: FilledPricing;
  let city: FilledPricing;
  beforeAll(async () => {
    const [embedded] = DATABASE_KINDS;
    [county, city] = [await startGround(embedded), await startGround(embedded)];
    for (const { db } of [county, city]) await addInstitutions(db, { hospital: '140521' });
    await publish(county, '2026-11-25', LINES);
  }, 60_000);
  afterAll(async () => {
    await city.close();
    await county.close();
  });
  const withdrawn = (entry: HeldEntry): HeldEntry => ({
    ...entry,
    ...{ kind: 'WITHDRAWN', payload: { reason: 'PUBLISHED_IN_ERROR', note: null } },
  });

  it('is a list with its prices, which may come again', async () => {
    const [list] = await entriesOf(county);
    if (list === undefined) throw new Error('Expected a list.');
    await take(city, [withdrawn(list)], filesOf(county).files);
    await take(city, [list], filesOf(county).files);
    const whole = await stored(city);
    expect(whole).toBe(await stored(county));
    await take(city, [list, withdrawn(list)], filesOf(county).files);
    expect([await stored(city), await unproved(city)]).toEqual(['', 0]);
    const { files, asked } = filesOf(county);
    await take(city, [withdrawn(list), list], files);
    expect(await stored(city)).toBe(whole);
    expect(asked).toEqual([`/exports/price-periods?list=${list.subjectId}`]);
  });

  it('is what a list of the same day drops, whether or not the entries of the prices have come', async () => {
    await emptied(city);
    await take(city, await entriesOf(county), filesOf(county).files);
    await publish(county, '2026-11-25', LINES.slice(1));
    const [dropping, dropped] = (await entriesOf(county)).slice(-2);
    if (dropping === undefined || dropped === undefined) throw new Error('Expected a list and a price.');
    expect(dropped.payload).toMatchObject({ endedOn: '2026-11-25', effectiveOn: '2026-11-25', hasEnded: true });
    await take(city, [dropping], filesOf(county).files);
    expect(await stored(city)).toBe(await stored(county));
    await take(city, [dropped], filesOf(county).files);
    expect(await stored(city)).toBe(await stored(county));
  });
});
