import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { composeSupergraph } from '../../../gateway/supergraph.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])';

interface Reference {
  readonly id: string;
}

const REGIONS = ['1405', '1404', '1401', '1402', '1403'].map((code) => ({ code, name: `Region ${code}` }));
const INSTITUTIONS = Array.from({ length: 40 }, (_, index) => ({
  id: `i${String(index)}`,
  name: `Institution ${String(index)}`,
  beds: 100 + index,
  region: REGIONS[index % REGIONS.length],
}));
const INSTITUTIONS_BY_ID = new Map(INSTITUTIONS.map((institution) => [institution.id, institution]));

/** Four subgraphs that know at once what they are asked, so that only the gateway is measured. */
const PARTS = {
  catalogue: {
    sdl: `${LINK}
      type Query { institutions(first: Int = 20): [Institution!]! }
      type Institution @key(fields: "id") { id: ID! name: String! beds: Int! region: Region! }
      type Region @key(fields: "code") { code: ID! name: String! }`,
    resolvers: {
      Query: { institutions: (_: unknown, { first }: { first: number }) => INSTITUTIONS.slice(0, first) },
      Institution: { __resolveReference: ({ id }: Reference) => INSTITUTIONS_BY_ID.get(id) },
      Region: { __resolveReference: ({ code }: { code: string }) => REGIONS.find((region) => region.code === code) },
    },
  },
  documents: {
    sdl: `${LINK}
      type Query { documentCount: Int }
      type Document { id: ID! title: String! kind: String! }
      type Institution @key(fields: "id") { id: ID! documents(first: Int = 2): [Document!] }`,
    resolvers: {
      Institution: {
        documents: ({ id }: Reference, { first }: { first: number }) =>
          Array.from({ length: first }, (_, index) => ({
            id: `${id}-${String(index)}`,
            title: `Document of ${id}`,
            kind: 'NOTICE',
          })),
      },
    },
  },
  pricing: {
    sdl: `${LINK}
      type Query { priceCount: Int }
      type Price { code: ID! amount: String! }
      type Institution @key(fields: "id") { id: ID! prices: [Price!] }
      type Region @key(fields: "code") { code: ID! averagePrice: Float }`,
    resolvers: {
      Institution: {
        prices: ({ id }: Reference) => [1, 2, 3].map((n) => ({ code: `${id}-${String(n)}`, amount: '12.50' })),
      },
      Region: { averagePrice: () => 12.5 },
    },
  },
  sentiment: {
    sdl: `${LINK}
      type Query { eventCount: Int }
      type Standing { onTime: Float! label: String! }
      type Institution @key(fields: "id") { id: ID! standing: Standing }
      type Region @key(fields: "code") { code: ID! openEvents: Int }`,
    resolvers: {
      Institution: { standing: () => ({ onTime: 0.9, label: 'GOOD' }) },
      Region: { openEvents: () => 3 },
    },
  },
} as const;

/** The subgraphs' schemas by name. */
export const SCHEMAS: Readonly<Record<string, GraphQLSchema>> = Object.fromEntries(
  Object.entries(PARTS).map(([name, { sdl, resolvers }]) => [
    name,
    buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }),
  ]),
);

export const SUPERGRAPH = composeSupergraph(
  Object.entries(PARTS).map(([name, { sdl }]) => ({ name, sdl, url: `http://${name}.invalid/graphql` })),
);

/** What is asked: twenty entities over four subgraphs, and as many from one. */
export const QUERIES = {
  join: `{ institutions(first: 20) { id name beds region { code name averagePrice openEvents }
    documents(first: 2) { id title kind } prices { code amount } standing { onTime label } } }`,
  single: '{ institutions(first: 20) { id name beds } }',
} as const;
