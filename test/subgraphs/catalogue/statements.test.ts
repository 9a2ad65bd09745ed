import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampled, type SampledSubgraph } from '../../support/sampled.ts';

const ITEMS = `query ($first: Int!) {
  catalogue(region: "140521") {
    region { name } basedOn { title region { name } }
    items(first: $first) {
      totalCount
      edges { node {
        id code title status category { code name } bases { title article } timeLimits { days unit }
        disclosures(first: 3) { totalCount edges { node { title publisher { name } document { id } } } }
      } }
    }
  }
}`;

describe('the catalogue subgraph over the sample', () => {
  let subgraph: SampledSubgraph;
  beforeAll(async () => {
    subgraph = await sampled('catalogue');
  }, 120_000);
  afterAll(() => subgraph.close());

  it('answers the web catalogue with as many statements for 50 items as for 2', async () => {
    const counts = [];
    for (const first of [2, 50]) {
      subgraph.statements();
      const answer = await subgraph.ask(ITEMS, { first });
      expect(answer.errors).toBeUndefined();
      counts.push(subgraph.statements().length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(9);
  });

  it.each([
    ['CatalogueItem', '... on CatalogueItem { title bases { title } timeLimits { days } category { name } }', 'items'],
    ['Institution', '... on Institution { name hospitalGrade region { name } }', 'institutions'],
  ])('resolves 50 references to %s with one statement', async (typename, selection, list) => {
    const found = await subgraph.ask(
      list === 'items'
        ? '{ catalogue(region: "140521") { items(first: 50) { edges { node { id } } } } }'
        : '{ region(code: "140000") { institutions(first: 50) { edges { node { id } } } } }',
    );
    const ids = [...JSON.stringify(found.data).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(10);
    subgraph.statements();
    const representations = ids.map((id) => ({ __typename: typename, id }));
    const answer = await subgraph.ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
      { representations },
    );
    expect(answer.errors).toBeUndefined();
    expect(subgraph.statements()).toHaveLength(1);
  });

  it('answers the coverage of a city with one statement beside the region, whatever the number of counties', async () => {
    subgraph.statements();
    const answer = await subgraph.ask(
      '{ region(code: "140500") { coverage { items disclosed overdue missing notDue categories { items } } } }',
    );
    expect(subgraph.statements()).toHaveLength(2);
    const { coverage } = (
      answer.data as { region: { coverage: Record<'items' | 'disclosed' | 'overdue' | 'missing' | 'notDue', number> } }
    ).region;
    expect(coverage.disclosed + coverage.overdue + coverage.missing + coverage.notDue).toBe(coverage.items);
  });

  it('shows how 50 deadlines were counted, day by day, with one more statement for the calendar', async () => {
    const counts = [];
    for (const fields of ['firstDueOn', 'firstDue { on days trace { on counted why note } }']) {
      subgraph.statements();
      const answer = await subgraph.ask(
        `{ catalogue(region: "140521") { items(first: 50) { edges { node { ${fields} } } } } }`,
      );
      expect(answer.errors).toBeUndefined();
      counts.push(subgraph.statements().length);
      if (!fields.includes('trace')) continue;
      const text = JSON.stringify(answer.data);
      expect(text.match(/"firstDue":\{"on":"2020-11-27","days":20/g)).toHaveLength(50);
      expect(text.match(/"counted":true/g)).toHaveLength(50 * 20);
    }
    expect(counts[1]).toBe((counts[0] ?? 0) + 1);
  });

  it('counts many deadlines asked for at once by one statement', async () => {
    const text = Array.from(
      { length: 20 },
      (_none, days) => `d${days}: deadline(from: "2026-01-20", days: ${days}) { on trace { on } }`,
    );
    subgraph.statements();
    expect((await subgraph.ask(`{ ${text.join(' ')} }`)).data).toMatchObject({ d19: { on: '2026-02-14' } });
    expect(subgraph.statements()).toHaveLength(1);
  });

  it('counts nothing as missing before its time limit has run out', async () => {
    const answer = await subgraph.ask('{ region(code: "140521") { coverage(on: "2020-11-10") { missing notDue } } }');
    expect(answer.data).toMatchObject({ region: { coverage: { missing: 0 } } });
  });
});
