import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { itemInput, serveCatalogue, staff, type Answered, type ServedCatalogue } from './serve-catalogue.ts';

const CITY_EDITOR = staff('EDITOR', '140500');
const PROVINCE_REVIEWER = staff('REVIEWER', '140000');
const COUNTY_EDITOR = staff('EDITOR', '140521');
const CITY_REVIEWER = staff('REVIEWER', '140500');
const EDITION = '... on Catalogue { id status effectiveOn items(first: 100) { edges { node { id code title } } } }';

interface Items {
  readonly edges: readonly { readonly node: { readonly id: string; readonly code: string; readonly title: string } }[];
}

const itemsOf = (answered: Answered) => (answered['items'] as Items).edges.map(({ node }) => node);

describe.each(DATABASE_KINDS)('editions on $kind', ({ isAvailable, openMigrated }) => {
  let served: ServedCatalogue;
  beforeEach(async () => {
    if (isAvailable) served = await serveCatalogue(await openMigrated());
  });
  afterEach(async () => {
    if (isAvailable) await served.close();
  });

  const derive = (region: string, edition: string, editor = staff('EDITOR', region), more = '') =>
    served.call(`deriveCatalogue(input: { region: "${region}", edition: "${edition}"${more} })`, EDITION, editor);
  const put = (catalogueId: string, columns = {}, editor = CITY_EDITOR) =>
    served.call(
      `putCatalogueItem(${itemInput(catalogueId, columns)})`,
      '... on CatalogueItem { id code title }',
      editor,
    );
  const file = (id: string, editor = CITY_EDITOR) => served.call(`fileCatalogue(id: "${id}")`, EDITION, editor);
  const approve = (id: string, reviewer = PROVINCE_REVIEWER) =>
    served.call(`approveCatalogue(id: "${id}")`, EDITION, reviewer);
  const codesOf = (answered: Answered) => answered.refusals?.map(({ code }) => code);

  /** The city's edition in force, with two items. */
  async function cityEdition(edition = '2026', titles = ['医疗机构执业许可', '放射诊疗许可']): Promise<string> {
    const { id } = await derive('140500', edition, CITY_EDITOR, ', subordinatesFileBy: "2026-12-31"');
    const known = new Set(
      itemsOf(await served.call(`amendCatalogueDraft(id: "${id}", input: {})`, EDITION, CITY_EDITOR)).map(
        ({ title }) => title,
      ),
    );
    for (const title of titles.filter((one) => !known.has(one))) await put(id, { title: `"${title}"` });
    await file(id);
    expect(await approve(id)).toMatchObject({ __typename: 'Catalogue', status: 'APPROVED', effectiveOn: '2026-11-23' });
    return id;
  }

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
