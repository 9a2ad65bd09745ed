import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { CITY_REVIEWER, codesOf, COUNTY_EDITOR, CITY_EDITOR, EDITION, editionCalls, itemsOf } from './edition-calls.ts';
import { serveCatalogue, staff, type ServedCatalogue } from './serve-catalogue.ts';

describe.each(DATABASE_KINDS)('editions on $kind', ({ isAvailable, openMigrated }) => {
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

  const { derive, put, file, approve, cityEdition } = editionCalls(() => served);

  it.skipIf(!isAvailable)('come from the city to the county, filed, returned, filed again and approved', async () => {
    await cityEdition();
    const draft = await derive('140521', '2026');
    expect(itemsOf(draft).map(({ code, title }) => [code, title])).toEqual([
      ['0101', '医疗机构执业许可'],
      ['0102', '放射诊疗许可'],
    ]);
    const local = await put(draft.id, { title: '"诊所备案"', category: '"02"' }, COUNTY_EDITOR);
    expect(local).toMatchObject({ __typename: 'CatalogueItem', code: '0201' });
    expect(await file(draft.id, COUNTY_EDITOR)).toMatchObject({ status: 'FILED' });
    const opinion = `opinions: [{ item: "${local.id}", opinion: "请写明公开时限" }], refileBy: "2026-11-30"`;
    const returned = await served.call(`returnCatalogue(id: "${draft.id}", ${opinion})`, EDITION, CITY_REVIEWER);
    expect(returned).toMatchObject({ status: 'RETURNED' });
    await put(draft.id, { item: `"${local.id}"`, title: '"诊所备案（修改）"', category: '"02"' }, COUNTY_EDITOR);
    await file(draft.id, COUNTY_EDITOR);
    expect(await approve(draft.id, CITY_REVIEWER)).toMatchObject({ status: 'APPROVED' });
    const steps = await served.ask(
      `{ catalogueEdition(id: "${draft.id}") { steps { status by refileBy opinions { itemCode itemTitle opinion } } } }`,
      {},
      COUNTY_EDITOR,
    );
    expect(steps.data).toMatchObject({
      catalogueEdition: {
        steps: [
          { status: 'DRAFT', by: 'editor-140521' },
          { status: 'FILED', by: 'editor-140521' },
          {
            status: 'RETURNED',
            by: 'reviewer-140500',
            refileBy: '2026-11-30',
            opinions: [{ itemCode: '0201', itemTitle: '诊所备案', opinion: '请写明公开时限' }],
          },
          { status: 'FILED' },
          { status: 'APPROVED', by: 'reviewer-140500' },
        ],
      },
    });
    const shown = await served.ask('{ catalogue(region: "140521") { id steps { by } basedOn { region { code } } } }');
    expect(shown.data).toEqual({
      catalogue: { id: draft.id, steps: null, basedOn: { region: { code: '140500' } } },
    });
  });

  it.skipIf(!isAvailable)('refuse to remove or to weaken what the superior asks for, with the rules', async () => {
    await cityEdition();
    const draft = await derive('140521', '2026');
    const [item] = itemsOf(draft);
    const removed = await served.call(
      `removeCatalogueItem(id: "${item?.id ?? ''}")`,
      '... on Catalogue { id }',
      COUNTY_EDITOR,
    );
    expect(removed.refusals).toMatchObject([{ code: 'ITEM_MANDATORY', path: ['id'], rules: ['C1', 'C2'] }]);
    const weaker = {
      item: `"${item?.id ?? ''}"`,
      audience: 'SPECIFIC_GROUP',
      method: 'ON_REQUEST',
      levels: '[COUNTY]',
      timeLimits: '[{ appliesTo: INFORMATION, days: 21, unit: WORKING_DAY }]',
      isInForce: 'false',
    };
    const weakened = await put(draft.id, weaker, COUNTY_EDITOR);
    expect(weakened.refusals?.map(({ code, path, expected, got }) => [code, path[1], expected, got])).toEqual([
      ['ITEM_WEAKENED', 'isInForce', 'true', 'false'],
      ['ITEM_WEAKENED', 'audience', 'WHOLE_SOCIETY', 'SPECIFIC_GROUP'],
      ['ITEM_WEAKENED', 'method', 'PROACTIVE', 'ON_REQUEST'],
      ['ITEM_WEAKENED', 'levels', 'COUNTY, TOWNSHIP', 'COUNTY'],
      ['ITEM_WEAKENED', 'timeLimits', 'INFORMATION 20 WORKING_DAY', 'INFORMATION 21 WORKING_DAY'],
      ['ITEM_WEAKENED', 'timeLimits', 'RESULT 7 WORKING_DAY', '—'],
    ]);
    expect(weakened.refusals?.every(({ rules }) => rules.includes('C1'))).toBe(true);
    const stricter = {
      item: `"${item?.id ?? ''}"`,
      timeLimits:
        '[{ appliesTo: INFORMATION, days: 5, unit: WORKING_DAY }, { appliesTo: RESULT, days: 3, unit: WORKING_DAY }]',
    };
    expect(await put(draft.id, stricter, COUNTY_EDITOR)).toMatchObject({ __typename: 'CatalogueItem' });
  });

  it.skipIf(!isAvailable)(
    'show each county what it lacks of a new edition, and are brought level with it',
    async () => {
      await cityEdition();
      const county = await derive('140521', '2026');
      await file(county.id, COUNTY_EDITOR);
      await approve(county.id, CITY_REVIEWER);
      await cityEdition('2027', ['医疗机构执业许可', '放射诊疗许可', '母婴保健技术许可']);
      const answer = await served.ask(
        `{ catalogues(region: "140500", inForceOn: "2026-11-23") { edges { node {
        region { code } edition lacks { kind expected { code title } item { id } columns { column } } } } } }`,
      );
      expect(answer.data).toMatchObject({
        catalogues: {
          edges: [
            { node: { region: { code: '140500' }, edition: '2027', lacks: [] } },
            {
              node: {
                region: { code: '140521' },
                lacks: [
                  { kind: 'MISSING', expected: { code: '0103', title: '母婴保健技术许可' }, item: null, columns: [] },
                ],
              },
            },
          ],
        },
      });
      const draft = await derive('140521', '2027');
      expect(itemsOf(draft).map(({ code }) => code)).toEqual(['0101', '0102', '0103']);
      expect(await file(draft.id, COUNTY_EDITOR)).toMatchObject({ status: 'FILED' });
    },
  );

  it.skipIf(!isAvailable)('are not filed while the superior has come out with more', async () => {
    await cityEdition();
    const draft = await derive('140521', '2026');
    await cityEdition('2027', ['母婴保健技术许可']);
    const refused = await file(draft.id, COUNTY_EDITOR);
    expect(refused.refusals).toMatchObject([
      { code: 'ITEM_LACKING', expected: '0103 母婴保健技术许可', rules: ['C1', 'C2'] },
    ]);
    const adopted = await served.call(`adoptSuperiorEdition(id: "${draft.id}")`, EDITION, COUNTY_EDITOR);
    expect(itemsOf(adopted)).toHaveLength(3);
    expect(await file(draft.id, COUNTY_EDITOR)).toMatchObject({ status: 'FILED' });
  });

  it.skipIf(!isAvailable)('are decided only by the reviewer above, and not by who filed them', async () => {
    await cityEdition();
    const draft = await derive('140521', '2026');
    expect(codesOf(await approve(draft.id, CITY_REVIEWER))).toEqual(['STATUS_NOT_FITTING']);
    await file(draft.id, { ...COUNTY_EDITOR, subject: 'both' });
    expect((await approve(draft.id, staff('REVIEWER', '140521'))).refusals).toMatchObject([
      { code: 'REGION_NOT_ALLOWED', rules: ['C11'] },
    ]);
    expect(codesOf(await approve(draft.id, staff('REVIEWER', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
    expect(codesOf(await approve(draft.id, staff('PUBLISHER', '140500')))).toEqual(['ROLE_NOT_ALLOWED']);
    expect(codesOf(await approve(draft.id, staff('REVIEWER', '140500', 'both')))).toEqual(['FILER_CAN_NOT_DECIDE']);
    expect(await approve(draft.id, CITY_REVIEWER)).toMatchObject({ status: 'APPROVED' });
  });

  it.skipIf(!isAvailable)('are hidden from the public and from other counties until approved', async () => {
    await cityEdition();
    const draft = await derive('140521', '2026');
    const text = `{ catalogueEdition(id: "${draft.id}") { id } catalogues(region: "140521") { totalCount } }`;
    for (const viewer of [null, staff('EDITOR', '140522'), staff('AGGREGATOR', '140500')]) {
      expect((await served.ask(text, {}, viewer)).data).toEqual({
        catalogueEdition: null,
        catalogues: { totalCount: 0 },
      });
    }
    expect((await served.ask(text, {}, CITY_REVIEWER)).data).toMatchObject({ catalogues: { totalCount: 1 } });
    const told = (await served.entries()).filter(({ subject }) => subject === 'CATALOGUE');
    expect(told.map(({ regionCode }) => regionCode)).toEqual(['140500']);
  });

  it.skipIf(!isAvailable)('are opened one at a time, under a name of their own', async () => {
    await cityEdition();
    expect(codesOf(await derive('140500', '2026', CITY_EDITOR))).toEqual(['EDITION_TAKEN']);
    const draft = await derive('140521', '2026');
    expect(codesOf(await derive('140521', '2026', COUNTY_EDITOR, ', effectiveOn: "2026-01-01"'))).toEqual([
      'DAY_IN_PAST',
      'EDITION_OPEN',
      'EDITION_TAKEN',
    ]);
    const discarded = await served.call(
      `discardCatalogueDraft(id: "${draft.id}")`,
      '... on DiscardedCatalogue { edition }',
      COUNTY_EDITOR,
    );
    expect(discarded).toMatchObject({ __typename: 'DiscardedCatalogue', edition: '2026' });
    const both = await Promise.all([derive('140521', 'a'), derive('140521', 'b')]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Catalogue', 'Refused']);
  });
});
