import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addInstitutions, addList, startPricing, type FilledPricing } from './filled-pricing.ts';

const PRICES = `query ($of: [_Any!]!, $kind: PriceKind!, $search: String) { _entities(representations: $of) { ... on Institution {
  prices(kind: $kind, search: $search) { totalCount } } } }`;
const HISTORY = `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Institution {
  priceHistory(code: " ２１０３００００１", first: 1, after: $after) { totalCount pageInfo { endCursor } edges { node { amount } } } } } }`;
const of = [{ __typename: 'Institution', id: 'town' }];

describe('the prices of one institution', () => {
  let subgraph: FilledPricing;
  beforeAll(async () => {
    subgraph = await startPricing();
    await addInstitutions(subgraph.db, { town: '140502' });
    const ct = { code: '210300001', name: 'CT 平扫' };
    await addList(subgraph.db, { id: 'services', institution: 'town' }, [
      { ...ct, amount: '140', from: '2025-06-01', until: '2026-10-01' },
      { ...ct, amount: '150', from: '2026-10-01' },
      { code: '210300001-a', name: 'CT 增强', amount: '400' },
    ]);
    await addList(subgraph.db, { id: 'drugs', institution: 'town', kind: 'DRUG' }, [
      { code: 'XJ01CAA040A001010102699', name: '阿莫西林胶囊', unit: '粒', amount: '0.1265' },
    ]);
  }, 60_000);
  afterAll(() => subgraph.close());

  it.each([
    ['SERVICE', '２１０３', 2],
    ['SERVICE', 'ct', 2],
    ['SERVICE', '2_0', 0],
    ['DRUG', ' xj01', 1],
  ])('of kind %s are found by %j, in any width and by small letters', async (kind, search, count) => {
    const { data, errors } = await subgraph.ask(PRICES, { of, kind, search });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [{ prices: { totalCount: count } }] });
  });

  it('are followed back page by page, by a code in any width', async () => {
    const page = async (after: string | null) => {
      const { data } = await subgraph.ask(HISTORY, { of, after });
      const [{ priceHistory }] = (data as { _entities: [{ priceHistory: Page }] })._entities;
      return priceHistory;
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([...first.edges, ...second.edges].map(({ node }) => node.amount)).toEqual(['150', '140']);
  });

  it.each([
    ['of another list', ['210300001', 'some-price']],
    ['with what no database can be asked', ['2026-10-01', 'a\u0000']],
  ])('do not go on behind a cursor %s', async (_what, position) => {
    const after = Buffer.from(JSON.stringify(position)).toString('base64url');
    const { errors } = await subgraph.ask(HISTORY, { of, after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
  });
});

interface Page {
  readonly pageInfo: { readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly amount: string } }[];
}
