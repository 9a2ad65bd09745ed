import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../../core/change.ts';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { serveDocuments, type ServedDocuments } from '../serve-documents.ts';
import { countyStory } from './county-story.ts';
import { emptied, held, snapshotOf, stored, take } from './taking-over.ts';
import { toldDocument } from './told.ts';

/** A value that no member has. */
const WRONG: Json = [5];

describe('what another hub tells and does not fit', () => {
  let city: ServedDocuments;
  let snapshot: readonly HeldEntry[];
  beforeAll(async () => {
    const county = await serveDocuments(await DATABASE_KINDS[0].openMigrated());
    await countyStory(county);
    snapshot = snapshotOf(held(await county.entries()));
    await county.close();
    city = await serveDocuments(await DATABASE_KINDS[0].openMigrated());
  });
  afterAll(() => city.close());

  it('fails with its subject and id, whichever member is missing or of another kind, and leaves nothing', async () => {
    await emptied(city);
    const empty = await stored(city);
    const lastOfEach = new Map(snapshot.map((entry) => [entry.subject, entry]));
    for (const [subject, entry] of lastOfEach) {
      for (const member of Object.keys(entry.payload)) {
        const payload = Object.fromEntries(Object.entries(entry.payload).filter(([name]) => name !== member));
        for (const bad of [payload, { ...payload, [member]: WRONG }]) {
          const told = { ...entry, payload: bad };
          await expect(take(city, [toldDocument('good'), told]), `${subject} ${member}`).rejects.toThrow(
            `${subject} ${entry.subjectId}`,
          );
        }
      }
    }
    expect(await stored(city)).toEqual(empty);
  });

  it.each([
    ['a value that there is not', toldDocument('a', { validity: 'FOREVER' }), /FOREVER/],
    [
      'a day that there is not',
      toldDocument('a', { issuedOn: '2026-02-30' }),
      /DOCUMENT a: expected "issuedOn" to be a day/,
    ],
    ['a word for a day', toldDocument('a', { expiresOn: 'infinity' }), /DOCUMENT a: expected "expiresOn"/],
    ['an instant without a zone', toldDocument('a', { publishedAt: '2026-01-01T00:00:00' }), /an instant in UTC/],
    ['no instant of publication', toldDocument('a', { publishedAt: null }), /DOCUMENT a: expected "publishedAt"/],
  ])('fails for %s', async (_name, entry, message) => {
    await emptied(city);
    await expect(take(city, [toldDocument('good'), entry])).rejects.toThrow(message);
    expect(await city.db.document.count()).toBe(0);
  });

  it('fails for what belongs to a record that is not here, and for an id that is no institution and year', async () => {
    await emptied(city);
    const one = (subject: string) => snapshot.filter((entry) => entry.subject === subject).slice(0, 1);
    await expect(take(city, one('INTERPRETATION'))).rejects.toThrow(/foreign key/);
    await expect(take(city, one('MAJOR_DECISION'))).rejects.toThrow(/foreign key/);
    const unnamed = one('ISSUER_TARGET').map((entry) => ({ ...entry, subjectId: 'nobody' }));
    await expect(take(city, unnamed)).rejects.toThrow(/ISSUER_TARGET nobody: expected an id/);
    const other = one('ANNUAL_REPORT').map((entry) => ({ ...entry, subjectId: 'somebody/2025' }));
    await expect(take(city, other)).rejects.toThrow(/ANNUAL_REPORT somebody\/2025: expected "office"/);
  });

  it('does not fail for members that nobody knows', async () => {
    await emptied(city);
    await take(
      city,
      snapshot.map((entry) => ({ ...entry, payload: { ...entry.payload, later: WRONG } })),
    );
    const more = await stored(city);
    await emptied(city);
    await take(city, snapshot);
    expect(await stored(city)).toEqual(more);
  });

  it('leaves out relations to what is not here until it is', async () => {
    await emptied(city);
    const one = toldDocument('one', { superior: 'two', amends: ['three'] });
    await take(city, [one, toldDocument('two', { superior: 'one' })]);
    expect(await city.db.document.findUnique({ where: { id: 'one' } })).toMatchObject({ superiorId: 'two' });
    expect(await city.db.documentRelation.count()).toBe(0);
    await take(city, [toldDocument('three', { superior: 'four' })]);
    expect(await city.db.document.findUnique({ where: { id: 'three' } })).toMatchObject({ superiorId: null });
    await take(city, [one]);
    expect(await city.db.documentRelation.findMany()).toMatchObject([{ documentId: 'one', relatedId: 'three' }]);
  });
});
