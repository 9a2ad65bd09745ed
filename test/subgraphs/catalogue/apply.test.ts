import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HeldEntry } from '../../../subgraphs/kit/applier.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { serveCatalogue, type ServedCatalogue } from './serve-catalogue.ts';
import { held, referring, snapshotOf, startTaking, type TakingHub } from './taking-hub.ts';
import { EVERYTHING, followedId, tellEverything, type Told } from './told-county.ts';

describe.each(DATABASE_KINDS)('what the catalogue takes over on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let county: ServedCatalogue;
    let city: TakingHub;
    let told: Told;
    let entries: readonly HeldEntry[];
    let there: unknown;

    beforeAll(async () => {
      county = await serveCatalogue(await openMigrated());
      told = await tellEverything(county);
      entries = held(await county.entries());
      there = (await county.ask(EVERYTHING)).data;
    }, 180_000);
    afterAll(() => county.close());
    afterEach(() => city.close());

    const start = async (): Promise<void> => {
      city = await startTaking(await openMigrated(), county.clock);
    };
    const served = async (): Promise<unknown> => {
      await city.level();
      const { data, errors } = await city.ask(EVERYTHING);
      expect(errors).toBeUndefined();
      return data;
    };

    it('is served as it is there, taken in one go, and nothing is told of it in its own name', async () => {
      await start();
      await city.take(entries);
      expect(await served()).toEqual(there);
      expect(await city.ownEntries()).toEqual([]);
    }, 60_000);

    it('is served as it is there, taken one by one, and once more', async () => {
      await start();
      for (const entry of entries) await city.take([entry]);
      expect(await served()).toEqual(there);
      const before = await rowVersions(city);
      await city.applyAgain(entries);
      expect(await served()).toEqual(there);
      expect(await rowVersions(city)).toEqual(before);
    }, 60_000);

    it.each([
      ['followed as it comes', true, (one: HeldEntry[]) => one],
      ['followed in the end', false, (one: HeldEntry[]) => one],
      ['with the copies before their documents', true, copiesFirst],
    ])(
      'is served as it is there from a snapshot, %s',
      async (_case, isFollowed, order) => {
        await start();
        const snapshot = order(snapshotOf(entries));
        for (const entry of snapshot) {
          await city.take([entry]);
          if (isFollowed) await city.level();
        }
        await city.applyAgain(referring(snapshot));
        expect(await served()).toEqual(there);
      },
      120_000,
    );

    it('shows no copies of a document before it is there, nor of one that was withdrawn', async () => {
      await start();
      const isDocument = ({ subject }: HeldEntry) => subject === 'DOCUMENT';
      await city.take(entries.filter((entry) => !isDocument(entry)));
      const text = `query ($these: [_Any!]!) { _entities(representations: $these) { ... on Disclosure { id } }
        channelConflicts(region: "140000") { edges { node { id } } } }`;
      const these = ['standing', 'gone'].map((id) => ({ __typename: 'Disclosure', id: followedId(id) }));
      const standing = { id: followedId('standing') };
      const link = { node: { id: told.standingLink } };
      expect((await city.ask(text, { these })).data).toEqual({
        _entities: [null, null],
        channelConflicts: { edges: [link] },
      });
      await city.take(entries.filter(isDocument));
      await city.level();
      const { data } = await city.ask(text, { these });
      expect(data?.['_entities']).toEqual([standing, null]);
      expect((data as { channelConflicts: { edges: unknown[] } }).channelConflicts.edges).toHaveLength(2);
    }, 60_000);

    it('ends with its tombstone, as it does there, and stands again when it is published again', async () => {
      await start();
      await city.take(entries);
      await city.level();
      const live = snapshotOf(entries).filter(({ subject }) => subject !== 'DOCUMENT');
      const tombstones = live.map((entry): HeldEntry => ({
        ...entry,
        ...{ id: `${entry.id}-gone`, kind: 'WITHDRAWN', payload: { reason: null, note: '撤回' } },
      }));
      await city.take(tombstones);
      const empty = await served();
      expect(empty).toMatchObject({
        region: null,
        catalogues: { totalCount: 0 },
        channelConflicts: { totalCount: 0 },
        failureNotices: { totalCount: 0 },
      });
      await city.take(live.map((entry) => ({ ...entry, id: `${entry.id}-again` })));
      expect(await served()).toEqual(there);
    }, 60_000);

    it('takes a tombstone of what was never here without a trace', async () => {
      await start();
      const gone = entries.map((entry): HeldEntry => ({
        ...entry,
        kind: 'WITHDRAWN',
        payload: { reason: null, note: null },
      }));
      await city.take(gone.filter(({ subject }) => subject !== 'DOCUMENT'));
      const { rows } = await city.database.pool.query<{ count: number }>(
        `select ((select count(*) from catalogue.region) + (select count(*) from catalogue.catalogue)
           + (select count(*) from catalogue.disclosure) + (select count(*) from catalogue.failure_notice))::int as count`,
      );
      expect(rows).toEqual([{ count: 0 }]);
    }, 60_000);

    it('keeps the withdrawal of a link as it is there', async () => {
      await start();
      await city.take(entries);
      const read = ({ pool }: TakingHub['database']) =>
        pool.query(
          `select d.withdrawn_at, p.since, p.until from catalogue.disclosure d
             join catalogue.disclosed_period p on p.disclosure_id = d.id where d.id = $1`,
          [told.withdrawnLink],
        );
      const { rows } = await read(city.database);
      expect(rows).toHaveLength(1);
      expect(rows).toEqual((await read(county.database)).rows);
    }, 60_000);
  });
});

/** The state of each row, which changes when it is written. */
async function rowVersions({ database: { pool } }: TakingHub): Promise<unknown> {
  const tables = ['region', 'institution', 'category', 'catalogue', 'catalogue_item', 'legal_basis', 'time_limit'];
  tables.push(
    'disclosure',
    'disclosed_period',
    'channel_copy',
    'channel_conflict',
    'disclosure_duty',
    'failure_notice',
  );
  tables.push('failure_notice_item');
  const all = tables.map((table) => `select '${table}' as "table", ctid::text, xmin::text from catalogue.${table}`);
  return (await pool.query(`${all.join(' union all ')} order by 1, 2`)).rows;
}

function copiesFirst(snapshot: readonly HeldEntry[]): HeldEntry[] {
  const documents = snapshot.filter(({ subject }) => subject === 'DOCUMENT');
  return [...snapshot.filter((entry) => !documents.includes(entry)), ...documents];
}
