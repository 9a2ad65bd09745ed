import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../core/change.ts';
import type { HeldEntry } from '../../../subgraphs/kit/applier.ts';
import { openMigratedMemory } from '../../support/databases.ts';
import { YEAR_2027 } from './calendar-fixture.ts';
import { serveCatalogue, staff, type ServedCatalogue } from './serve-catalogue.ts';
import { held, startTaking, type TakingHub } from './taking-hub.ts';
import { documentEntry, EVERYTHING, tellEverything, type Told } from './told-county.ts';

describe('what the catalogue has taken over', () => {
  let county: ServedCatalogue;
  let city: TakingHub;
  let told: Told;
  let entries: readonly HeldEntry[];

  beforeAll(async () => {
    county = await serveCatalogue(await openMigratedMemory());
    told = await tellEverything(county);
    entries = held(await county.entries());
    city = await startTaking(await openMigratedMemory(), county.clock);
    await city.take(entries);
    await city.level();
  }, 180_000);
  afterAll(async () => {
    await city.close();
    await county.close();
  });

  it('is not met by what is published here', async () => {
    const document = documentEntry('PUBLISHED', 'of the city', '2027-01-09', told.items);
    const ids = { id: 'city-document', originId: 'another', lane: '140000' };
    await city.take([{ ...document, ...ids }]);
    await city.level();
    const { rows } = await city.database.pool.query(
      'select discharged_at from catalogue.disclosure_duty where id = any ($1::text[])',
      [[told.duties.owed, told.duties.result]],
    );
    expect(rows).toEqual([{ discharged_at: null }, { discharged_at: null }]);
    expect(await city.ownEntries()).toEqual([]);
  });

  it('is not counted anew when the working calendar is published here, which it does not keep from being published', async () => {
    const deadlines = async (): Promise<object[]> => {
      const { rows } = await city.database.pool.query<object>(
        `select id, first_due_on as due, is_first_due_provisional as provisional from catalogue.catalogue_item
         union all select id, due_on, is_provisional from catalogue.disclosure_duty order by 1`,
      );
      return rows;
    };
    const before = await deadlines();
    expect(before).toContainEqual(expect.objectContaining({ provisional: true }));
    const year = { ...YEAR_2027, year: 2026, holidays: [{ on: '2026-12-01', name: '样例' }], workdays: [] };
    const text = `mutation ($input: PublishWorkingCalendarInput!) { publishWorkingCalendar(input: $input) { __typename } }`;
    const answer = await city.ask(text, { input: year }, staff('OPERATOR', '140500'));
    expect(answer).toEqual({ data: { publishWorkingCalendar: { __typename: 'WorkingCalendar' } } });
    expect((await city.ownEntries()).map(({ subject }) => subject)).toEqual(['WORKING_CALENDAR']);
    expect(await deadlines()).toEqual(before);
  });

  it('counts as filed, though nobody knows when', async () => {
    const text = `{ catalogueFilings(region: "140500", on: "2026-11-24") { region { code } catalogue { region { code } }
      status filedOn isLate daysLate } }`;
    const { data } = await city.ask(text, {}, staff('REVIEWER', '140500'));
    expect(data).toEqual({
      catalogueFilings: [
        {
          region: { code: '140521' },
          catalogue: { region: { code: '140521' } },
          ...{ status: 'APPROVED', filedOn: null, isLate: false, daysLate: 0 },
        },
        { region: { code: '140522' }, catalogue: null, status: null, filedOn: null, isLate: false, daysLate: 0 },
      ],
    });
  });

  it('is taken from hubs that do not tell all that this one does', async () => {
    const older = await startTaking(await openMigratedMemory(), county.clock);
    await older.take(entries.map((entry) => ({ ...entry, payload: without(entry.payload) as typeof entry.payload })));
    const { rows } = await older.database.pool.query(
      `select d.days, d.unit::text, d.due_on::text, c.name, i.first_due_days as first
         from catalogue.disclosure_duty d join catalogue.catalogue_item i on i.id = d.item_id
         join catalogue.category c on c.code = i.category_code where d.id = $1`,
      [told.duties.result],
    );
    expect(rows).toEqual([{ days: 7, unit: 'WORKING_DAY', due_on: '2026-12-08', name: '01', first: 20 }]);
    await older.take(entries.map((entry) => ({ ...entry, id: `${entry.id}-newer` })));
    await older.level();
    const { rows: named } = await older.database.pool.query('select name from catalogue.category');
    expect(named).toEqual([{ name: '行政许可类事项' }]);
    await older.close();
  }, 60_000);

  const first = (subject: string) => entries.find((entry) => entry.subject === subject && entry.kind !== 'WITHDRAWN');
  it.each<[string, string, Json, string]>([
    ['REGION', 'level', 'TOWN', 'region_level'],
    ['REGION', 'name', 5, 'REGION 110000: expected "name" to be text, got 5.'],
    ['INSTITUTION', 'region', 'nowhere', 'institution_region_code_fkey'],
    ['INSTITUTION', 'isSample', null, 'expected "isSample" to be true or false, got null'],
    ['CATALOGUE', 'items', {}, 'expected "items" to be a list of objects, got {}'],
    ['CATALOGUE', 'items', [{}], 'items[0]: expected "id" to be text, got nothing'],
    ['CATALOGUE', 'effectiveOn', 'soon', 'date'],
    ['DISCLOSURE', 'items', [1], 'expected "items" to be a list of texts, got [1]'],
    ['DISCLOSURE', 'kind', 'PAGE', 'disclosure_kind'],
    ['DISCLOSURE_DUTY', 'matter', 'none', 'uuid'],
    ['DISCLOSURE_DUTY', 'days', 1.5, 'expected "days" to be a whole number, got 1.5'],
    ['FAILURE_NOTICE', 'superior', '999999', 'failure_notice_superior_code_fkey'],
  ])('is refused as a whole with a %s whose %s is %j', async (subject, member, value, expected) => {
    const before = (await city.ask(EVERYTHING)).data;
    const fine = first('REGION');
    const bad = first(subject);
    if (fine === undefined || bad === undefined) throw new Error(`Expected entries of ${subject}.`);
    const renamed = { ...fine, subjectId: '110000', id: 'renamed', payload: { ...fine.payload, name: '北京市' } };
    const broken = { ...bad, id: 'broken', payload: { ...bad.payload, [member]: value } };
    const given = subject === 'REGION' ? [{ ...broken, subjectId: '110000' }] : [renamed, broken];
    await expect(city.take(given)).rejects.toThrow(expected);
    expect((await city.ask(EVERYTHING)).data).toEqual(before);
    expect((await city.ask('{ region(code: "110000") { name } }')).data).toEqual({ region: null });
  });
});

/** The members that payloads did not always have. */
const ADDED = ['categoryName', 'firstDueFrom', 'firstDueDays', 'firstDueUnit', 'subordinatesFileBy', 'days', 'unit'];
ADDED.push('dischargedBy', 'recordedAt');

function without(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => without(one));
  if (typeof value !== 'object' || value === null) return value;
  const isLimit = 'appliesTo' in value && !('dueOn' in value);
  const members = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    members.filter(([name]) => isLimit || !ADDED.includes(name)).map(([name, member]) => [name, without(member)]),
  );
}
