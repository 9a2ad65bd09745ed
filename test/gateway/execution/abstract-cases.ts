import { itself, type Case, type Ref } from './cases.ts';
import type { Part } from './federation.ts';

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

/** Interfaces, unions and interface objects. */
export const ABSTRACT_CASES: readonly Case[] = [
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
    what: "a client's alias that is named like a key",
    parts: { works: WORKS, reviews: REVIEWS },
    query: '{ works { id: title ... on Film { __typename: title stars } } }',
    data: { works: [{ id: 'Tides' }, { id: 'Winds', __typename: 'Winds', stars: 5 }] },
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
];
