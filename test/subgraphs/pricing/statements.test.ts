import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampled, type SampledSubgraph } from '../../support/sampled.ts';

const HOSPITALS = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Institution {
      priceLists(kind: SERVICE) { id rows }
      prices(kind: SERVICE, first: 20) { totalCount edges { node { code amount history { amount effectiveOn endedOn } } } }
    }
  }
}`;
const HOSPITAL = '13dda168-35a8-845d-8ff4-c58640bd29a9';

describe('the pricing subgraph over the sample', () => {
  let subgraph: SampledSubgraph;
  beforeAll(async () => {
    subgraph = await sampled('pricing');
  }, 120_000);
  afterAll(() => subgraph.close());

  it('answers lists, prices and histories of many hospitals with as many statements as of one', async () => {
    const compared = await subgraph.ask(
      '{ priceComparison(code: "220301001", region: "140500") { prices { institution { id } } } }',
    );
    const ids = [...JSON.stringify(compared.data).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(5);
    const counts = [];
    for (const some of [ids.slice(0, 1), ids]) {
      subgraph.statements();
      const representations = some.map((id) => ({ __typename: 'Institution', id }));
      const answer = await subgraph.ask(HOSPITALS, { representations });
      expect(answer.errors).toBeUndefined();
      counts.push(subgraph.statements().length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(4);
  });

  it('compares the largest group of one unit and tier, exactly', async () => {
    const answer = await subgraph.ask(`{ priceComparison(code: "220301001", region: "140500") {
      unit minimum median maximum institutions prices { amount deviationFromMedian exceedsCeiling } } }`);
    expect(answer.errors).toBeUndefined();
    const { priceComparison } = answer.data as {
      priceComparison: { minimum: string; median: string; maximum: string; institutions: number };
    };
    expect(Number(priceComparison.minimum)).toBeLessThanOrEqual(Number(priceComparison.median));
    expect(Number(priceComparison.median)).toBeLessThanOrEqual(Number(priceComparison.maximum));
    expect(priceComparison.institutions).toBeGreaterThan(1);
  });

  it('asks any past day: a price that changed shows what held then', async () => {
    const prices = async (on: string): Promise<string> => {
      const answer = await subgraph.ask(
        `query ($representations: [_Any!]!, $on: Date) { _entities(representations: $representations) {
          ... on Institution { prices(kind: SERVICE, on: $on, first: 100) { edges { node { code amount amountText effectiveOn endedOn } } } } } }`,
        { representations: [{ __typename: 'Institution', id: HOSPITAL }], on },
      );
      expect(answer.errors).toBeUndefined();
      return JSON.stringify(answer.data);
    };
    const now = await prices('2026-11-23');
    const ended = [...now.matchAll(/"effectiveOn":"([^"]+)"/g)].map((match) => match[1] ?? '').sort();
    const latest = ended.at(-1) ?? '';
    const before = new Date(new Date(`${latest}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
    expect(await prices(before)).not.toBe(now);
  });
});
