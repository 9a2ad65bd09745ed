import { describe, expect, it } from 'vitest';
import { faults, federate, type Part } from './federation.ts';

interface Case {
  readonly what: string;
  readonly parts: Readonly<Record<string, Part>>;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly data: unknown;
}

type Ref = Readonly<Record<string, unknown>>;
const itself = (reference: Ref): Ref => reference;

const WORKS: Part = {
  types: `type Query { works: [Work!]! media: [Media] found: Found }
    interface Work { id: ID! title: String }
    type Book implements Work @key(fields: "id") { id: ID! title: String }
    type Film implements Work @key(fields: "id") { id: ID! title: String minutes: Int }
    union Media = Book | Film
    type Found { work: Work media: [Media!]! }`,
  resolvers: {
    Query: {
      works: () => works(),
      media: () => [...works(), null],
      found: () => ({ work: works()[1], media: works() }),
    },
  },
};
const works = () => [
  { __typename: 'Book', id: 'b1', title: 'Tides' },
  { __typename: 'Film', id: 'f1', title: 'Winds', minutes: 90 },
];
const REVIEWS: Part = {
  types: `type Query { reviewCount: Int }
    type Book @key(fields: "id") { id: ID! stars: Int }
    type Film @key(fields: "id") { id: ID! stars: Int award: Award }
    type Award { name: String! }`,
  resolvers: {
    Book: { __resolveReference: itself, stars: () => 4 },
    Film: { __resolveReference: itself, stars: () => 5, award: () => ({ name: 'Reed' }) },
  },
};

const CASES: readonly Case[] = [
  {
    what: 'fields of other subgraphs on the members of an interface',
    parts: { works: WORKS, reviews: REVIEWS },
    query: '{ works { title ... on Book { stars } ... on Film { minutes stars award { name } } __typename } }',
    data: {
      works: [
        { title: 'Tides', stars: 4, __typename: 'Book' },
        { title: 'Winds', minutes: 90, stars: 5, award: { name: 'Reed' }, __typename: 'Film' },
      ],
    },
  },
  {
    what: 'unions in lists with nulls, and fragments in fragments',
    parts: { works: WORKS, reviews: REVIEWS },
    query: `{ media { ...M } found { work { ...on Film { mark: stars } } media { ...M } } }
      fragment M on Media { ... on Work { ... on Book { ...B } } ... on Film { id } }
      fragment B on Book { stars title }`,
    data: {
      media: [{ stars: 4, title: 'Tides' }, { id: 'f1' }, null],
      found: { work: { mark: 5 }, media: [{ stars: 4, title: 'Tides' }, { id: 'f1' }] },
    },
  },
  {
    what: 'a field that requires one of another subgraph, itself computed there',
    parts: {
      goods: {
        types: `type Query { good: Good } type Good @key(fields: "id") { id: ID! weight: Int size: Size } type Size { width: Int }`,
        resolvers: { Query: { good: () => ({ id: 'g', weight: 3, size: { width: 2 } }) } },
      },
      freight: {
        types: `type Good @key(fields: "id") { id: ID! weight: Int @external size: Size @external
          cost: Int @requires(fields: "weight size { width }") }
          type Size @external { width: Int }`,
        resolvers: {
          Good: {
            __resolveReference: itself,
            cost: ({ weight, size }: { weight: number; size: { width: number } }) => weight * 10 + size.width,
          },
        },
      },
    },
    query: '{ good { cost } }',
    data: { good: { cost: 32 } },
  },
  {
    what: "a client's alias that is named like a key",
    parts: { works: WORKS, reviews: REVIEWS },
    query: '{ works { id: title ... on Film { __typename: title stars } } }',
    data: { works: [{ id: 'Tides' }, { id: 'Winds', __typename: 'Winds', stars: 5 }] },
  },
  {
    what: 'keys of several fields, nested, and a choice of keys',
    parts: {
      one: {
        types: `type Query { room: Room } type Room @key(fields: "house { code } number") { house: House! number: Int! }
          type House { code: ID! }`,
        resolvers: { Query: { room: () => ({ house: { code: 'x' }, number: 4 }) } },
      },
      two: {
        types: `type Room @key(fields: "house { code } number") @key(fields: "tag") { house: House! number: Int! tag: ID! }
          type House @shareable { code: ID! }`,
        resolvers: { Room: { __resolveReference: (room: Ref) => ({ ...room, tag: `tag-${String(room['number'])}` }) } },
      },
      three: {
        types: `type Room @key(fields: "tag") { tag: ID! guest: String }`,
        resolvers: { Room: { __resolveReference: itself, guest: ({ tag }: Ref) => `guest of ${String(tag)}` } },
      },
    },
    query: '{ room { guest } }',
    data: { room: { guest: 'guest of tag-4' } },
  },
  {
    what: 'a field that moved from one subgraph to another',
    parts: {
      old: {
        types: `type Query { bill: Bill } type Bill @key(fields: "id") { id: ID! total: Int @shareable }`,
        resolvers: { Query: { bill: () => ({ id: '1', total: 1 }) } },
      },
      new: {
        types: `type Bill @key(fields: "id") { id: ID! total: Int @override(from: "old") }`,
        resolvers: { Bill: { __resolveReference: itself, total: () => 2 } },
      },
    },
    query: '{ bill { total } }',
    data: { bill: { total: 2 } },
  },
  {
    what: "fields that one subgraph provides on another's entity",
    parts: {
      desk: {
        types: `type Query { ticket: Ticket } type Ticket { owner: Person @provides(fields: "name") }
          type Person @key(fields: "id") { id: ID! name: String @external }`,
        resolvers: { Query: { ticket: () => ({ owner: { id: 'p', name: 'provided' } }) } },
      },
      people: {
        types: `type Query { person: Person } type Person @key(fields: "id") { id: ID! name: String @shareable age: Int }`,
        resolvers: { Person: { __resolveReference: itself, name: () => 'asked', age: () => 40 } },
      },
    },
    query: '{ ticket { owner { name age } } }',
    data: { ticket: { owner: { name: 'provided', age: 40 } } },
  },
  {
    what: 'an interface that another subgraph knows only as an object',
    parts: {
      things: {
        types: `type Query { things: [Thing!]! } interface Thing @key(fields: "id") { id: ID! }
          type Lamp implements Thing @key(fields: "id") { id: ID! watts: Int } type Rug implements Thing @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: {
            things: () => [
              { __typename: 'Lamp', id: 'l', watts: 5 },
              { __typename: 'Rug', id: 'r' },
            ],
          },
          Thing: { __resolveReference: ({ id }: Ref) => ({ __typename: id === 'l' ? 'Lamp' : 'Rug', id, watts: 5 }) },
        },
      },
      labels: {
        types: `type Query { labelled: [Thing] } type Thing @key(fields: "id") @interfaceObject { id: ID! label: String }`,
        resolvers: {
          Query: { labelled: () => [{ id: 'l' }, { id: 'r' }] },
          Thing: { __resolveReference: itself, label: ({ id }: Ref) => `label ${String(id)}` },
        },
      },
    },
    query: '{ things { label ... on Lamp { watts } } labelled { __typename label } }',
    data: {
      things: [{ label: 'label l', watts: 5 }, { label: 'label r' }],
      labelled: [
        { __typename: 'Lamp', label: 'label l' },
        { __typename: 'Rug', label: 'label r' },
      ],
    },
  },
  {
    what: 'root fields and value types that subgraphs share',
    parts: {
      east: {
        types: `type Query { status: Status @shareable } type Status @shareable { code: Int } `,
        resolvers: { Query: { status: () => ({ code: 1 }) } },
      },
      west: {
        types: `type Query { status: Status @shareable } type Status { code: Int @shareable text: String }`,
        resolvers: { Query: { status: () => ({ code: 1, text: 'well' }) } },
      },
    },
    query: '{ status { code text } }',
    data: { status: { code: 1, text: 'well' } },
  },
  {
    what: 'lists of lists, with entities inside',
    parts: {
      grid: {
        types: `type Query { grid: [[Cell]!]! } type Cell @key(fields: "at") { at: Int! }`,
        resolvers: { Query: { grid: () => [[{ at: 1 }, null], [], [{ at: 2 }, { at: 1 }]] } },
      },
      names: {
        types: `type Cell @key(fields: "at") { at: Int! name: String }`,
        resolvers: { Cell: { __resolveReference: itself, name: ({ at }: Ref) => `cell ${String(at)}` } },
      },
    },
    query: '{ grid { name } }',
    data: { grid: [[{ name: 'cell 1' }, null], [], [{ name: 'cell 2' }, { name: 'cell 1' }]] },
  },
  {
    what: 'an entity that its owner does not know',
    parts: {
      pointers: {
        types: `type Query { pointers: [Leaf] } type Leaf @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { pointers: () => [{ id: 'gone' }, { id: 'here' }, null] } },
      },
      leaves: {
        types: `type Leaf @key(fields: "id") { id: ID! colour: String }`,
        resolvers: {
          Leaf: { __resolveReference: ({ id }: Ref) => (id === 'here' ? { id, colour: 'green' } : null) },
        },
      },
    },
    query: '{ pointers { id colour } }',
    data: { pointers: [{ id: 'gone', colour: null }, { id: 'here', colour: 'green' }, null] },
  },
  {
    what: 'arguments of the same field that differ, under aliases, with variables',
    parts: {
      a: {
        types: `type Query { owner: Owner } type Owner @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { owner: () => ({ id: 'o' }) } },
      },
      b: {
        types: `type Owner @key(fields: "id") { id: ID! say(what: Say): String } input Say { word: String = "hi" times: Int }`,
        resolvers: {
          Owner: {
            __resolveReference: itself,
            say: (_: unknown, { what }: { what: { word: string; times?: number } }) =>
              what.word.repeat(what.times ?? 1),
          },
        },
      },
    },
    query:
      'query ($representations: Say, $n: Int = 3) { owner { one: say(what: { times: $n }) two: say(what: $representations) } }',
    variables: { representations: { word: 'ho' } },
    data: { owner: { one: 'hihihi', two: 'ho' } },
  },
];

describe('a supergraph answers', () => {
  it.each(CASES)('$what', async ({ parts, query, variables, data }) => {
    const result = await federate(parts).ask(query, variables);
    expect(result.errors).toBeUndefined();
    expect(result.data).toEqual(data);
  });

  it('mutations one after the other, in the order that the client wrote', async () => {
    const done: string[] = [];
    const writer = (name: string): Part => ({
      types: `type Query { ${name}Read: Int } type Mutation { ${name}(n: Int): Int }`,
      resolvers: {
        Mutation: {
          [name]: async (_: unknown, { n }: { n: number }) => {
            await new Promise(setImmediate);
            done.push(name);
            return n;
          },
        },
      },
    });
    const hub = federate({ a: writer('a'), b: writer('b') });
    const result = await hub.ask('mutation { one: a(n: 1) two: b(n: 2) three: a(n: 3) four: b(n: 4) }');
    expect(JSON.stringify(result.data)).toBe('{"one":1,"two":2,"three":3,"four":4}');
    expect(done).toEqual(['a', 'b', 'a', 'b']);
  });

  it('nothing that is hidden, neither fields nor enum values', async () => {
    const hub = federate({
      a: {
        types: `type Query { level: Level secret: Int @inaccessible } enum Level { LOW HIGH @inaccessible }`,
        resolvers: { Query: { level: () => 'HIGH', secret: () => 1 } },
      },
    });
    expect(faults(await hub.ask('{ secret }'))).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED', path: undefined }]);
    const result = await hub.ask('{ level }');
    expect(result.data).toEqual({ level: null });
    expect(faults(result).map(({ path }) => path)).toEqual(['level']);
  });

  it('no computed field from inputs that were lost', async () => {
    const [, , { parts }] = CASES as readonly [Case, Case, Case];
    const hub = federate({
      ...parts,
      start: {
        types: `type Query { begin: Good } type Good @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { begin: () => ({ id: 'g' }) } },
      },
    });
    hub.replace('goods', () => ({ errors: [{ message: 'no' }] }) as never);
    const result = await hub.ask('{ begin { cost } }');
    expect(result.data).toEqual({ begin: { cost: null } });
    expect(faults(result)).toEqual([{ code: undefined, path: 'begin.cost' }]);
    expect(hub.asked.map(({ service }) => service)).toEqual(['start', 'goods']);
  });
});
