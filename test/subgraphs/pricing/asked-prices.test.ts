import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role, Viewer } from '../../../core/viewer.ts';
import { addInstitutions, addList, startPricing, type FilledPricing } from './filled-pricing.ts';

const COMPARE = `query ($code: String, $name: String, $region: ID!, $on: Date) {
  priceComparison(code: $code, name: $name, region: $region, on: $on) {
    code name unit tier institutions count minimum tenthPercentile median ninetiethPercentile maximum ceilingBreaches
    groups { unit tier specification count institutions median }
    prices { amount tier deviationFromMedian deviationFromGroupMedian exceedsCeiling ageDays listAgeDays confirmedDaysAgo institution { id } }
  }
}`;
const SEARCH = `query ($text: String!, $region: ID!, $within: PriceArea, $kind: PriceKind, $order: OfferOrder, $first: Int, $after: String) {
  searchPrices(text: $text, region: $region, within: $within, kind: $kind, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { kind code name units institutions
      comparison { institutions median }
      offers(order: $order, first: 10) { amount institution { id } priceList { id } } } }
  }
}`;

function staff(role: Role, region: string): Viewer {
  return { subject: 'someone', role, institution: null, regions: [region], expiresAt: 4_102_444_800 };
}

interface Found {
  readonly searchPrices: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly {
      readonly node: {
        readonly code: string;
        readonly name: string;
        readonly units: readonly string[];
        readonly institutions: number;
        readonly comparison: { readonly institutions: number; readonly median: string } | null;
        readonly offers: readonly { readonly amount: string; readonly institution: { readonly id: string } }[];
      };
    }[];
  };
}

describe('the prices of a few hospitals', () => {
  let subgraph: FilledPricing;
  const dataOf = async (text: string, variables: Record<string, unknown> = {}, viewer: Viewer | null = null) => {
    const { data, errors } = await subgraph.ask(text, variables, viewer);
    expect(errors).toBeUndefined();
    return data as unknown;
  };
  const search = async (variables: Record<string, unknown>) =>
    ((await dataOf(SEARCH, { region: '140521', ...variables })) as Found).searchPrices;

  beforeAll(async () => {
    subgraph = await startPricing();
    const { db } = subgraph;
    await addInstitutions(db, {
      ...{ near: '140521', town: '140502', far: '140100', abroad: '320100', silent: '140521', stale: '140521' },
      'health-authority-1': '140521',
    });
    const code = '120100003';
    const ct = { code: '210300001', name: 'ＣＴ（平扫）', unit: '每个部位' };
    await addList(db, { id: 'near-1', institution: 'near', effectiveOn: '2025-06-01' }, [
      { code, amount: '60', until: '2026-10-01' },
      { ...ct, amount: '180' },
    ]);
    await addList(db, { id: 'near-2', institution: 'near', publishedAt: '2026-09-20T02:00:00Z' }, [
      { code, amount: '66', ceiling: '65' },
      { code: '', name: '特需陪护', unit: '日', amount: '300' },
      { code: '', name: '特需陪护', unit: '小时', amountText: '面议' },
    ]);
    await addList(db, { id: 'town-1', institution: 'town' }, [
      { code, amount: '50' },
      { code, amount: '45', tier: '二级' },
      { ...ct, amount: '150.5' },
      { code: '', name: '特需陪护', unit: '日', amount: '200' },
      { code: '210300001-a', name: 'CT 增强', unit: '每个部位', amount: '400' },
    ]);
    await addList(db, { id: 'far-1', institution: 'far' }, [{ ...ct, amount: '100' }]);
    await addList(db, { id: 'abroad-1', institution: 'abroad' }, [
      { code, amount: '10' },
      { ...ct, amount: '1' },
    ]);
    await addList(db, { id: 'stale-1', institution: 'stale', effectiveOn: '2025-11-24' }, [{ code, amount: '70' }]);
    await addList(db, { id: 'town-drugs', institution: 'town', kind: 'DRUG' }, [
      { code: 'XJ01CAA040A001010102699', name: '阿莫西林胶囊', specification: '0.25g', unit: '粒', amount: '0.1265' },
      { code: 'XJ01CAA040A001010102699', name: '阿莫西林胶囊', specification: '0.5g', unit: '粒', amount: '0.2' },
    ]);
  }, 60_000);
  afterAll(() => subgraph.close());

  it('are compared by code within the region, by one statement', async () => {
    subgraph.statements();
    const compared = await dataOf(COMPARE, { code: '120100003', region: '140500' });
    expect(subgraph.statements()).toHaveLength(1);
    expect(compared).toMatchObject({
      priceComparison: {
        ...{ code: '120100003', name: '一级护理', unit: '日', tier: null, institutions: 3, count: 3 },
        ...{ minimum: '50', tenthPercentile: '53.2', median: '66', ninetiethPercentile: '69.2', maximum: '70' },
        ceilingBreaches: 1,
        groups: [
          { tier: null, count: 3, median: '66' },
          { tier: '二级', count: 1, institutions: 1, median: '45' },
        ],
      },
    });
  });

  it('tell how old each figure is, and who confirmed it last', async () => {
    const { priceComparison } = (await dataOf(COMPARE, { code: '210300001', region: '140521' })) as {
      priceComparison: { prices: readonly object[] };
    };
    // Brought in by the first list, and in force still when the second one came.
    expect(priceComparison.prices).toMatchObject([{ ageDays: 541, listAgeDays: 541, confirmedDaysAgo: 65 }]);
  });

  it('are compared on any past day as they stood then', async () => {
    const past = await dataOf(COMPARE, { code: '120100003', region: '140521', on: '2026-09-30' });
    expect(past).toMatchObject({ priceComparison: { minimum: '60', maximum: '70', ceilingBreaches: 0 } });
    expect(await dataOf(COMPARE, { code: '120100003', region: '140521', on: '2024-01-01' })).toEqual({
      priceComparison: null,
    });
  });

  it('are compared by name where lists give no code, words listed beside', async () => {
    const compared = await dataOf(COMPARE, { name: '特需陪护', region: '140500' });
    expect(compared).toMatchObject({
      priceComparison: { code: '', name: '特需陪护', unit: '日', institutions: 2, median: '250' },
    });
    const { priceComparison } = compared as { priceComparison: { prices: readonly unknown[] } };
    expect(priceComparison.prices).toHaveLength(3);
    // Those that have a code are of another item, whatever their name.
    expect(await dataOf(COMPARE, { name: '一级护理', region: '140500' })).toEqual({ priceComparison: null });
  });

  it.each([{}, { code: '1', name: '一级护理' }])('are compared by one of code and name, not %j', async (asked) => {
    const { errors } = await subgraph.ask(COMPARE, { ...asked, region: '140500' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('are found by name in any width, nearest first, by as many statements for one item as for several', async () => {
    subgraph.statements();
    const one = await search({ text: 'ct 平扫', within: 'PROVINCE' });
    const statements = subgraph.statements().length;
    expect(one.edges.map(({ node }) => [node.code, node.name, node.institutions])).toEqual([
      ['210300001', 'ＣＴ（平扫）', 3],
    ]);
    const [item] = one.edges;
    expect(item?.node.comparison).toEqual({ institutions: 1, median: '180' });
    expect(item?.node.offers.map(({ amount, institution }) => [institution.id, amount])).toEqual([
      ['near', '180'],
      ['town', '150.5'],
      ['far', '100'],
    ]);
    subgraph.statements();
    const several = await search({ text: 'ＣＴ', within: 'PROVINCE' });
    expect(several.edges.map(({ node }) => node.name)).toEqual(['CT 增强', 'ＣＴ（平扫）']);
    expect(subgraph.statements()).toHaveLength(statements);
    expect(statements).toBe(3);
  });

  it('are found cheapest first, and no farther than one would go', async () => {
    const names = async (variables: object) =>
      (await search({ text: '平扫', order: 'CHEAPEST', ...variables })).edges.map(({ node }) =>
        node.offers.map(({ institution }) => institution.id),
      );
    expect(await names({ within: 'PROVINCE' })).toEqual([['far', 'town', 'near']]);
    expect(await names({})).toEqual([['town', 'near']]);
    expect(await names({ within: 'REGION' })).toEqual([['near']]);
  });

  it('are found by the beginning of a code, however it is typed, and by kind', async () => {
    const codes = async (variables: object) =>
      (await search({ text: '', ...variables })).edges.map(({ node }) => node.code);
    expect(await codes({ text: '2103' })).toEqual(['210300001-a', '210300001']);
    expect(await codes({ text: 'xj01' })).toEqual(['XJ01CAA040A001010102699']);
    expect(await codes({ text: 'xj01', kind: 'SERVICE' })).toEqual([]);
    expect(await codes({ text: '21' })).toEqual([]);
    expect(await codes({ text: '（，）' })).toEqual([]);
  });

  it('come in pages, the closest name first', async () => {
    const first = await search({ text: 'CT', first: 1 });
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([2, true]);
    const second = await search({ text: 'CT', first: 1, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.name)).toEqual(['CT 增强', 'ＣＴ（平扫）']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('of an institution are found by name in any width', async () => {
    const answer = await dataOf(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Institution {
        prices(kind: SERVICE, search: "CT平扫") { totalCount edges { node { code } } }
        priceHistory(code: "120100003") { totalCount edges { node { amount effectiveOn endedOn } } } } } }`,
      { of: [{ __typename: 'Institution', id: 'near' }] },
    );
    expect(answer).toEqual({
      _entities: [
        {
          prices: { totalCount: 1, edges: [{ node: { code: '210300001' } }] },
          priceHistory: {
            totalCount: 2,
            edges: [
              { node: { amount: '66', effectiveOn: '2026-10-01', endedOn: null } },
              { node: { amount: '60', effectiveOn: '2025-06-01', endedOn: '2026-10-01' } },
            ],
          },
        },
      ],
    });
  });

  it('say who has not published, or not for a year', async () => {
    const PUBLICATION = `query ($on: Date, $status: PublicationStatus) { pricePublication(region: "140521", kind: SERVICE, on: $on) {
      total never stale current institutions(status: $status) { totalCount edges { node { status institution { id } priceList { id } } } } } }`;
    expect(await dataOf(PUBLICATION, { status: 'NEVER' })).toEqual({
      pricePublication: {
        ...{ total: 3, never: 1, stale: 1, current: 1 },
        institutions: {
          totalCount: 1,
          edges: [{ node: { status: 'NEVER', institution: { id: 'silent' }, priceList: null } }],
        },
      },
    });
    expect(await dataOf(PUBLICATION, { on: '2026-11-23' })).toMatchObject({
      pricePublication: { stale: 0, current: 2 },
    });
    expect(await dataOf(PUBLICATION, { on: '2025-11-23' })).toMatchObject({
      pricePublication: { never: 2, current: 1 },
    });
  });

  it('go by the tiers of their province, which its staff and the hub set', async () => {
    const SET = `mutation ($province: ID!, $tiers: [PriceTierInput!]!) { setPriceTiers(province: $province, tiers: $tiers) {
      ... on PriceTiers { province tiers { tier synonyms } } ... on Refused { refusals { code path } } } }`;
    const tiers = [
      { tier: '三级', synonyms: ['三甲'] },
      { tier: '二级', synonyms: [] },
    ];
    const set = (variables: object, viewer: Viewer | null) =>
      dataOf(SET, { province: '140000', tiers, ...variables }, viewer);
    const operator = staff('OPERATOR', '140500');
    expect(await set({}, operator)).toEqual({ setPriceTiers: { province: '140000', tiers } });
    expect(await dataOf('{ priceTiers(province: "140000") { tiers { tier synonyms } } }')).toEqual({
      priceTiers: { tiers },
    });
    expect(await set({}, null)).toMatchObject({ setPriceTiers: { refusals: [{ code: 'SIGN_IN_NEEDED' }] } });
    expect(await set({}, staff('EDITOR', '140000'))).toMatchObject({
      setPriceTiers: { refusals: [{ code: 'ROLE_NOT_ALLOWED' }] },
    });
    expect(await set({ province: '320000' }, operator)).toMatchObject({
      setPriceTiers: { refusals: [{ code: 'REGION_NOT_ALLOWED' }] },
    });
    expect(await set({ tiers: [{ tier: '三级', synonyms: ['（三级）', ' '] }] }, operator)).toEqual({
      setPriceTiers: {
        refusals: [
          { code: 'VALUE_REPEATED', path: ['tiers', '0', 'synonyms', '0'] },
          { code: 'VALUE_MISSING', path: ['tiers', '0', 'synonyms', '1'] },
        ],
      },
    });
  });
});
