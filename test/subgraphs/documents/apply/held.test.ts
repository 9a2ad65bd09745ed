import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toUtcMidnight, civilDate } from '../../../../core/civil-date.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { changed, read } from '../asked.ts';
import { drafted, published, reviewed } from '../documents.ts';
import { serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';
import { countyStory, type CountyStory } from './county-story.ts';
import { emptied, held, snapshotOf, stored, take } from './taking-over.ts';
import { toldDocument } from './told.ts';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';

const RELATE = {
  name: 'relateDocument',
  declares: '$id: ID!, $relates: [RelatedDocumentInput!]!',
  selects: '... on Document { id }',
};

describe('documents and decisions that are held from another hub', () => {
  let city: ServedDocuments;
  let story: CountyStory;
  let entries: readonly HeldEntry[];
  beforeAll(async () => {
    const county = await serveDocuments(await DATABASE_KINDS[0].openMigrated());
    story = await countyStory(county);
    entries = held(await county.entries());
    await county.close();
    city = await serveDocuments(await DATABASE_KINDS[0].openMigrated());
  });
  afterAll(() => city.close());
  beforeEach(async () => {
    await emptied(city);
    city.clock.at = new Date('2026-11-23T02:00:00.000Z');
  });
  const validityOf = async (id: string) => (await city.db.document.findUniqueOrThrow({ where: { id } })).validity;
  const count = async () => (await city.entries()).length;

  it('neither expire nor repeal others here as time goes on, and nothing is told of them', async () => {
    await take(city, entries);
    const [before, told] = [await stored(city), await count()];
    city.clock.at = new Date('2027-01-02T00:00:00.000Z');
    await city.chores();
    expect([await validityOf(story.ending), await validityOf(story.repealed)]).toEqual(['IN_FORCE', 'IN_FORCE']);
    expect(await stored(city)).toEqual(before);
    expect(await count()).toBe(told);
  });

  it('would do both were they of this hub', async () => {
    await take(city, entries);
    await city.db.document.updateMany({ data: { heldFrom: null } });
    await city.db.documentRelation.updateMany({ data: { tookEffectAt: null } });
    city.clock.at = new Date('2027-01-02T00:00:00.000Z');
    await city.chores();
    expect([await validityOf(story.ending), await validityOf(story.repealed)]).toEqual(['EXPIRED', 'REPEALED']);
  });

  it('keep the last day of an answer to the public when the calendar of this hub changes', async () => {
    await take(city, entries);
    const where = { stage: 'DECIDED' } as const;
    const before = await city.db.majorDecision.findMany({ where });
    expect(before).toHaveLength(1);
    const told = await count();
    await city.tell({
      ...{ kind: 'PUBLISHED', subject: 'WORKING_CALENDAR', subjectId: '2026', regionCode: null, publisherId: null },
      ...{ occurredAt: city.clock.at, payload: { holidays: [{ on: '2026-06-19', name: '端午节' }], workdays: [] } },
    });
    expect(await city.db.majorDecision.findMany({ where })).toEqual(before);
    expect(await count()).toBe(told + 1);
  });

  it('stay as they are when a document of this hub says that it repeals them', async () => {
    await take(city, [toldDocument('held')]);
    const { id } = await drafted(city, { title: '市级新办法' });
    await changed(city, RELATE, { id, relates: [{ document: 'held', kind: 'REPEALS' }] }, staff('EDITOR'));
    await reviewed(city, id);
    expect((await published(city, id, staff('PUBLISHER'))).__typename).toBe('Document');
    await city.chores();
    expect(await validityOf('held')).toBe('IN_FORCE');
    expect(await read(city, `{ document(id: "${id}") { repeals { id } } }`)).toEqual({
      document: { repeals: [{ id: 'held' }] },
    });
  });

  it('give up a number that the same hub tells of another document, and take none of this hub', async () => {
    const documentNumber = '沁卫发〔2026〕1号';
    await take(city, [toldDocument('old', { documentNumber, indexNumber: 'A1' })]);
    await take(city, [toldDocument('new', { documentNumber })]);
    const numbers = await city.db.document.findMany({ select: { id: true, documentNumber: true, indexNumber: true } });
    expect(numbers.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
      { id: 'new', documentNumber, indexNumber: null },
      { id: 'old', documentNumber: null, indexNumber: 'A1' },
    ]);
    await city.db.document.update({ where: { id: 'new' }, data: { heldFrom: null } });
    await expect(take(city, [toldDocument('newer', { documentNumber })])).rejects.toThrow(/unique/);
  });

  it('change others from the day on which they hold there', async () => {
    await take(city, snapshotOf(entries));
    await take(city, snapshotOf(entries));
    const [relation] = await city.db.documentRelation.findMany({ where: { documentId: story.successor } });
    expect(relation?.tookEffectAt).toEqual(new Date('2026-12-31T16:00:00.000Z'));
    const [successor] = await city.db.document.findMany({ where: { id: story.successor } });
    expect(successor?.effectiveOn).toEqual(toUtcMidnight(civilDate('2027-01-01')));
  });
});
