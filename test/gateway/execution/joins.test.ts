import { beforeEach, describe, expect, it } from 'vitest';
import { faults, federate, shown, type Federated } from './federation.ts';

const HOSPITALS = [
  { id: 'h1', name: 'First', region: { code: 'A' } },
  { id: 'h2', name: 'Second', region: { code: 'B' } },
  { id: 'h3', name: 'Third', region: { code: 'A' } },
];

function hospitals(): Federated {
  return federate({
    catalogue: {
      types: `
        type Query { hospitals: [Hospital!]! hospital(id: ID!): Hospital }
        type Hospital @key(fields: "id") { id: ID! name: String! region: Region! }
        type Region @key(fields: "code") { code: ID! }`,
      resolvers: {
        Query: {
          hospitals: () => HOSPITALS,
          hospital: (_: unknown, { id }: { id: string }) => HOSPITALS.find((one) => one.id === id),
        },
      },
    },
    regions: {
      types: `
        type Query { regionCount: Int! }
        type Region @key(fields: "code") { code: ID! title: String! mood: Int }`,
      resolvers: {
        Query: { regionCount: () => 2 },
        Region: {
          __resolveReference: ({ code }: { code: string }) => ({ code, title: `Region ${code}` }),
          mood: ({ code }: { code: string }) => {
            if (code === 'B') throw new Error('no mood');
            return 3;
          },
        },
      },
    },
    prices: {
      types: `
        type Query { priceCount: Int! }
        type Hospital @key(fields: "id") { id: ID! prices(first: Int = 2): [Price!] cheapest: Price! }
        type Price { code: String! amount: Float! }`,
      resolvers: {
        Hospital: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          prices: ({ id }: { id: string }, { first }: { first: number }) =>
            Array.from({ length: first }, (_, index) => ({ code: `${id}-${String(index)}`, amount: index })),
          cheapest: ({ id }: { id: string }) => ({ code: `${id}-0`, amount: 0 }),
        },
      },
    },
  });
}

describe('a query over several subgraphs', () => {
  let hub: Federated;
  beforeEach(() => {
    hub = hospitals();
  });

  it('answers each part from its owner, in the order that the client wrote', async () => {
    const result = await hub.ask('{ hospitals { prices { code } region { title code } name } regionCount }');
    expect(result.errors).toBeUndefined();
    expect(JSON.stringify(result.data)).toBe(
      JSON.stringify({
        hospitals: HOSPITALS.map(({ id, name, region: { code } }) => ({
          prices: [{ code: `${id}-0` }, { code: `${id}-1` }],
          region: { title: `Region ${code}`, code },
          name,
        })),
        regionCount: 2,
      }),
    );
  });

  it('asks for an entity once, however many places wait for it', async () => {
    await hub.ask('{ hospitals { region { title } } }');
    const calls = hub.asked.filter(({ service }) => service === 'regions');
    expect(calls).toHaveLength(1);
    expect(calls[0]?.request.variables?.['representations']).toEqual([
      { __typename: 'Region', code: 'A' },
      { __typename: 'Region', code: 'B' },
    ]);
  });

  it("tells an error of an entity at every place that shows it, in the client's words", async () => {
    const result = await hub.ask('{ all: hospitals { place: region { feeling: mood } } }');
    expect(shown(result)).toEqual({
      data: { all: [{ place: { feeling: 3 } }, { place: { feeling: null } }, { place: { feeling: 3 } }] },
      errors: [{ message: 'no mood', path: ['all', 1, 'place', 'feeling'], extensions: { serviceName: 'regions' } }],
    });
  });

  it('loses only the fields of a subgraph that is down', async () => {
    hub.replace('prices', () => Promise.reject(new Error('connection refused')));
    const result = await hub.ask('{ hospitals { name prices { code } } regionCount }');
    expect(result.data).toEqual({ hospitals: HOSPITALS.map(({ name }) => ({ name, prices: null })), regionCount: 2 });
    expect(faults(result)).toEqual(
      [0, 1, 2].map((index) => ({ code: 'SUBGRAPH_UNAVAILABLE', path: `hospitals.${String(index)}.prices` })),
    );
    expect(JSON.stringify(result.errors)).not.toContain('connection refused');
  });

  it('lets a lost field that allows no null take its parent with it', async () => {
    hub.replace('prices', () => Promise.reject(new Error('connection refused')));
    const result = await hub.ask('{ hospital(id: "h1") { cheapest { code } } regionCount }');
    expect(result.data).toEqual({ hospital: null, regionCount: 2 });
    expect(faults(result)).toEqual([{ code: 'SUBGRAPH_UNAVAILABLE', path: 'hospital.cheapest' }]);
  });

  it('passes variables on, defaults filled in, and leaves out what is skipped', async () => {
    const text = `query ($n: Int = 1, $with: Boolean!) {
      hospital(id: "h2") { prices(first: $n) { code } region @include(if: $with) { title } name @skip(if: $with) } }`;
    expect((await hub.ask(text, { with: true })).data).toEqual({
      hospital: { prices: [{ code: 'h2-0' }], region: { title: 'Region B' } },
    });
    expect((await hub.ask(text, { with: false, n: 0 })).data).toEqual({ hospital: { prices: [], name: 'Second' } });
  });

  it('answers introspection and __typename itself', async () => {
    const result = await hub.ask('{ __typename __type(name: "Price") { fields { name } } }');
    expect(result.data).toEqual({ __typename: 'Query', __type: { fields: [{ name: 'code' }, { name: 'amount' }] } });
    expect(hub.asked).toHaveLength(0);
  });

  it('refuses variables that do not fit, before any subgraph is asked', async () => {
    const result = await hub.ask('query ($id: ID!) { hospital(id: $id) { name } }', {});
    expect(faults(result)).toEqual([{ code: 'BAD_USER_INPUT', path: undefined }]);
    expect(result).not.toHaveProperty('data');
    expect(hub.asked).toHaveLength(0);
  });

  it('shows what the answer may cost', async () => {
    const { extensions } = await hub.ask('{ hospital(id: "h1") { prices(first: 5) { code } } }');
    expect(extensions).toEqual({ cost: { requested: 6, maximum: 100_000 } });
  });

  it('refuses an operation of a kind that no subgraph has', async () => {
    const result = await hub.ask('subscription { any }');
    expect(faults(result)).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED', path: undefined }]);
  });
});
