import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { addInstitutions, type FilledPricing } from '../filled-pricing.ts';
import {
  emptied,
  entriesOf,
  filesOf,
  line,
  publish,
  snapshotOf,
  startGround,
  stored,
  take,
  unproved,
} from './taking-over.ts';

/** What the public can ask of a hospital's prices. */
const PUBLIC = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Institution {
    priceLists(kind: SERVICE) { id title currency effectiveOn publishedAt rows rowsDigest supersedes { id } institution { id } isSample }
    prices(kind: SERVICE, first: 50, on: "2026-12-20") { totalCount edges { node {
      id code name specification unit tier condition amount amountUpTo amountText mode ceiling note effectiveOn endedOn isSample
      priceList { id } history { amount amountText effectiveOn endedOn } } } } } }
  searchPrices(text: "项目", region: "140521", first: 20) { totalCount edges { node { code name unit
    offers(first: 5) { edges { node { amount institution { id } } } } comparison { count median } } } }
  pricePublication(region: "140521", kind: SERVICE, on: "2026-12-20") { current stale never }
}`;

describe.each(DATABASE_KINDS)('price lists taken over from another hub ($kind)', (kind) => {
  describe.skipIf(!kind.isAvailable)('on both databases', () => {
    let county: FilledPricing;
    let city: FilledPricing;
    let entries: readonly HeldEntry[];
    const ask = async (ground: FilledPricing) => {
      const representations = ['hospital', 'clinic'].map((id) => ({ __typename: 'Institution', id }));
      const { data, errors } = await ground.ask(PUBLIC, { representations });
      expect(errors).toBeUndefined();
      return data;
    };
    const expectSame = async () => {
      expect(await stored(city)).toBe(await stored(county));
      expect(await ask(city)).toEqual(await ask(county));
      expect(await unproved(city)).toBe(0);
    };

    beforeAll(async () => {
      [county, city] = [await startGround(kind), await startGround(kind)];
      for (const { db } of [county, city]) await addInstitutions(db, { hospital: '140521', clinic: '140521' });
      const odd = line('009', '1', { amountUpTo: '2.5', amountText: '1-2.5 "元"\\', note: '换\n行', tier: '三级' });
      await publish(county, '2026-11-25', [line('001', '10'), line('002', '20.5'), line('003', '30'), odd]);
      await publish(county, '2026-12-01', [line('001', '11'), line('002', '20.5'), line('004', '40'), odd]);
      await publish(county, '2026-11-25', [line('001', '9'), line('008', '8')], 'clinic');
      // A mistake mended on the same day: one price is written over, one never held, one holds again.
      await publish(county, '2026-12-01', [line('001', '10'), line('002', '20.5'), line('003', '30'), odd]);
      await publish(county, '2026-12-10', [line('001', '12'), odd, line('005', '50')]);
      entries = await entriesOf(county);
    }, 60_000);
    afterAll(async () => {
      await city.close();
      await county.close();
    });

    it('are served as they are where they come from', async () => {
      expect(entries.filter(({ subject }) => subject === 'PRICE').length).toBeGreaterThan(5);
      expect(await ask(county)).toMatchObject({
        _entities: [{ priceLists: { length: 4 }, prices: { totalCount: 3 } }, { prices: { totalCount: 2 } }],
      });
      await take(city, entries, filesOf(county).files);
      await expectSame();
    });

    it('stay as they are, and ask for no file, when they come again', async () => {
      const before = await versions(city);
      const { files, asked } = filesOf(county);
      await take(city, entries, files);
      await take(city, snapshotOf(entries), files);
      expect(asked).toEqual([]);
      expect(await versions(city)).toBe(before);
    });

    it('come to the same one by one', async () => {
      await emptied(city);
      for (const entry of entries) await take(city, [entry], filesOf(county).files);
      await expectSame();
    });

    it('come to the same in the order of a snapshot, one by one and back to front', async () => {
      for (const order of [snapshotOf(entries), [...snapshotOf(entries)].reverse()]) {
        await emptied(city);
        for (const entry of order) await take(city, [entry], filesOf(county).files);
        await expectSame();
      }
    });
  });
});

/** Which rows there are, and which versions of them. */
async function versions({ database }: FilledPricing): Promise<string> {
  const { rows } = await database.pool.query<{ all: string }>(
    `SELECT string_agg(v, ' ' ORDER BY v) AS all FROM (
       SELECT id || xmin::text || ctid::text AS v FROM pricing.price
       UNION ALL SELECT id || xmin::text || ctid::text FROM pricing.price_list
       UNION ALL SELECT name || xmin::text || ctid::text FROM pricing.priced_name) all_rows`,
  );
  return rows[0]?.all ?? '';
}
