import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../gateway/limits.ts';
import { federate } from './execution/federation.ts';

const TYPES = `
  type Query {
    wards(first: Int = 5): [Ward!]
    all: [Ward!]
    page(first: Int, last: Int): Page
    changes(first: Int): [Ward!]
    ward: Ward
  }
  type Page { edges: [Edge!]! nodes: [Ward] count: Int }
  type Edge { node: Ward }
  type Ward { name: String beds(first: Int): [Bed!] next: Ward }
  type Bed { number: Int }`;

function limited(limits: Partial<Limits> = {}) {
  return federate({ wards: { types: TYPES } }, { limits });
}

async function passed(text: string, limits: Partial<Limits>, variables?: Record<string, unknown>): Promise<unknown> {
  const { errors = [] } = await limited(limits).ask(text, variables);
  return errors.map(({ extensions: { code, limit, maximum, actual } }) => ({ code, limit, maximum, actual }));
}

async function costOf(text: string, variables?: Record<string, unknown>): Promise<unknown> {
  const { extensions } = await limited().ask(text, variables);
  return (extensions as { cost: { requested: number } } | undefined)?.cost.requested;
}

describe('limits', () => {
  it.each<[keyof Limits, number, number, string]>([
    ['depth', 2, 3, '{ ward { next { name } } }'],
    ['depth', 2, 3, '{ ward { ...F } } fragment F on Ward { next { ... on Ward { name } } }'],
    ['aliases', 1, 2, '{ a: ward { b: name } }'],
    ['aliases', 3, 4, '{ ward { ...F next { ...F } } } fragment F on Ward { a: name b: name }'],
    ['rootFields', 2, 3, '{ a: __typename ...Q } fragment Q on Query { ward { name } all { name } }'],
    ['selections', 3, 4, '{ ward { name } all { name } }'],
    ['directives', 1, 2, '{ ward @include(if: true) { name @skip(if: false) } }'],
    ['repeats', 3, 4, '{ ward { name name } ward { name ... on Ward { name } } }'],
    ['cost', 9, 10, '{ all { name } }'],
    ['pageSize', 100, 101, '{ wards(first: 101) { name } }'],
  ])('%s of %i is passed by %i', async (limit, maximum, actual, text) => {
    expect(await passed(text, { [limit]: maximum })).toEqual([{ code: 'LIMIT_EXCEEDED', limit, maximum, actual }]);
    expect(await passed(text, { [limit]: actual })).toEqual([]);
  });

  it('tokens are counted before anything else', async () => {
    const found = await passed('{ ward { name name name', { tokens: 5 });
    expect(found).toEqual([{ code: 'LIMIT_EXCEEDED', limit: 'tokens', maximum: 5, actual: 6 }]);
  });

  it('name the limit, its value and what came', async () => {
    const { errors } = await limited().ask('query ($n: Int) { ward { beds(first: $n) { number } } }', { n: 500 });
    expect(errors?.map(({ message }) => message)).toEqual([
      'Expected at most 100 elements of Ward.beds (pageSize), got 500.',
    ]);
  });

  it('let one field have longer pages than others', async () => {
    const variables = { n: 1_000 };
    expect(await passed('query ($n: Int) { changes(first: $n) { name } }', {}, variables)).toEqual([]);
    expect(await passed('query ($n: Int) { wards(first: $n) { name } }', {}, variables)).toMatchObject([
      { limit: 'pageSize' },
    ]);
  });

  it('let introspection through', async () => {
    expect((await limited().ask(getIntrospectionQuery())).errors).toBeUndefined();
  });

  it('stop fragments that multiply, without expanding them', async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, n) => `fragment F${String(n)} on Ward { a: next { ...F${String(n + 1)} } b: next { ...F${String(n + 1)} } }`,
    );
    const text = `{ ward { ...F0 } } ${fragments.join(' ')} fragment F40 on Ward { name }`;
    expect(await passed(text, { depth: 100, aliases: Infinity })).toMatchObject([{ limit: 'selections' }]);
  });

  it('survive fragments that lead back to themselves', async () => {
    expect(await passed('{ ward { ...F } } fragment F on Ward { next { ...F } }', {})).toMatchObject([
      { code: 'GRAPHQL_VALIDATION_FAILED' },
    ]);
  });
});

describe('the cost of a request', () => {
  it.each<[string, number, Record<string, unknown>?]>([
    ['{ ward { name next { name } } }', 2],
    ['{ wards { name } }', 5],
    ['{ wards(first: 3) { beds(first: 4) { number } } }', 15],
    ['{ all { next { name } } }', 20],
    ['{ page(first: 7) { count edges { node { name } } } }', 15],
    ['{ page(last: 2) { nodes { beds(first: 3) { number } } } }', 9],
    ['query ($n: Int = 2) { wards(first: $n) { name } }', 2],
    ['query ($n: Int) { wards(first: $n) { name } }', 5],
    ['query ($n: Int) { wards(first: $n) { name } }', 8, { n: 8 }],
    ['{ ward { ...F ...F } } fragment F on Ward { next { name } }', 2],
    ['{ __typename __schema { types { name } } }', 0],
  ])('%s is %i', async (text, cost, variables) => {
    expect(await costOf(text, variables)).toBe(cost);
  });
});
