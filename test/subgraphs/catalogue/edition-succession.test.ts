import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { CITY_EDITOR, CITY_REVIEWER, COUNTY_EDITOR, editionCalls, type Items } from './edition-calls.ts';
import { serveCatalogue, staff, type ServedCatalogue } from './serve-catalogue.ts';

describe.each(DATABASE_KINDS)('editions over time on $kind', ({ isAvailable, openMigrated }) => {
  let served: ServedCatalogue;
  beforeAll(async () => {
    if (isAvailable) served = await serveCatalogue(await openMigrated());
  }, 120_000);
  afterEach(async () => {
    if (isAvailable) await served.reset();
  });
  afterAll(async () => {
    if (isAvailable) await served.close();
  });
  const { derive, file, approve, cityEdition } = editionCalls(() => served);

  it.skipIf(!isAvailable)('start no clock anew, and keep what was disclosed under the edition before', async () => {
    const first = await cityEdition();
    const due = 'items(first: 1) { edges { node { id firstDueOn status } } }';
    const before = await served.ask(`{ catalogueEdition(id: "${first}") { ${due} } }`);
    const [item] = (before.data as { catalogueEdition: { items: Items } }).catalogueEdition.items.edges;
    const link = `discloseLink(input: { items: ["${item?.node.id ?? ''}"], title: "办事指南", url: "https://www.example.gov.cn/1" })`;
    expect(await served.call(link, '... on Disclosure { id kind }', staff('PUBLISHER', '140500'))).toMatchObject({
      kind: 'LINK',
    });
    served.clock.at = new Date('2026-12-20T02:00:00.000Z');
    const draft = await derive('140500', '2027', CITY_EDITOR);
    await file(draft.id);
    await approve(draft.id);
    const after = await served.ask(
      '{ catalogue(region: "140500") { edition items(first: 5) { edges { node { firstDueOn status } } } } }',
    );
    expect(after.data).toEqual({
      catalogue: {
        edition: '2027',
        items: {
          edges: [
            { node: { firstDueOn: '2026-12-21', status: 'DISCLOSED' } },
            { node: { firstDueOn: '2026-12-21', status: 'NOT_DUE' } },
          ],
        },
      },
    });
    const then = await served.ask(
      '{ catalogue(region: "140500", on: "2026-12-19") { edition status effectiveUntil } }',
    );
    expect(then.data).toEqual({
      catalogue: { edition: '2026', status: 'SUPERSEDED', effectiveUntil: '2026-12-20' },
    });
  });

  it.skipIf(!isAvailable)('tell who has filed and who is late, on any day', async () => {
    await cityEdition();
    const draft = await derive('140521', '2026');
    await file(draft.id, COUNTY_EDITOR);
    const text = (on: string) =>
      `{ catalogueFilings(region: "140500", on: "${on}") { region { code } status filedOn dueOn isLate daysLate } }`;
    expect((await served.ask(text('2027-01-02'), {}, CITY_REVIEWER)).data).toEqual({
      catalogueFilings: [
        {
          region: { code: '140521' },
          status: 'FILED',
          filedOn: '2026-11-23',
          dueOn: '2026-12-31',
          isLate: false,
          daysLate: 0,
        },
        { region: { code: '140522' }, status: null, filedOn: null, dueOn: '2026-12-31', isLate: true, daysLate: 2 },
      ],
    });
    expect((await served.ask(text('2026-12-31'), {}, null)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect((await served.ask(text('2026-12-31'), {}, COUNTY_EDITOR)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
