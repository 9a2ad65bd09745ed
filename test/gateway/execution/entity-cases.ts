import { itself, type Case, type Ref } from './cases.ts';

/** A field computed from those of another subgraph. */
export const REQUIRING: Case = {
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
};

/** Keys, sharing, moving, lists and arguments. */
export const ENTITY_CASES: readonly Case[] = [
  REQUIRING,
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
