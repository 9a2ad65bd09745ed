import fc from 'fast-check';
import { buildSchema, execute, parse, type ExecutionResult } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Executor } from '../../../subgraphs/kit/executor.ts';
import { federate } from './federation.ts';

const TYPES = `
  type Query { one: Ward sure: Ward! list: [Ward!] grid: [[Ward!]]! any: Any many: [Any!]! }
  interface Named { name: String! note: String }
  type Ward implements Named { name: String! note: String beds: Int! tags: [String!] codes: [[Int!]!] kind: Kind! head: Person next: Ward! }
  type Person implements Named { name: String! note: String ward: Ward! }
  union Any = Ward | Person
  enum Kind { DAY NIGHT }`;

const LEAVES = 'name note beds tags codes kind';
const QUERY = `{
  one { ${LEAVES} head { name ward { beds } } next { ${LEAVES} } }
  alias: sure { other: name next { head { note name } kind } }
  list { ...F next { ...F } }
  grid { ${LEAVES} head { ward { tags name } } }
  any { __typename ... on Named { name } ... on Ward { codes } ... on Person { ward { kind } } }
  many { ... on Ward { name next { beds } } ... on Person { note ward { head { name } } } }
}
fragment F on Ward { name beds codes head { note } }`;

/** Draws a whole number from 0 to the bound. */
type Draw = (bound: number) => number;

/** A ward or a person with nulls wherever they happen to fall. */
class Drawing {
  readonly #draw: Draw;

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  root(): Record<string, unknown> {
    const ward = () => this.ward(3);
    return {
      one: this.maybe(ward),
      sure: this.maybe(ward),
      list: this.maybe(() => this.several(ward)),
      grid: this.maybe(() => this.several(() => this.several(ward))),
      any: this.maybe(() => this.any()),
      many: this.maybe(() => this.several(() => this.any())),
    };
  }

  any(): unknown {
    return this.#draw(1) === 0 ? this.ward(2) : this.person(2);
  }

  ward(depth: number): unknown {
    return {
      __typename: 'Ward',
      name: this.maybe(() => 'w'),
      note: this.maybe(() => 'n'),
      beds: this.maybe(() => 4),
      tags: this.maybe(() => this.several(() => 't')),
      codes: this.maybe(() => this.several(() => this.several(() => 7))),
      kind: this.maybe(() => (this.#draw(1) === 0 ? 'DAY' : 'NIGHT')),
      head: depth === 0 ? null : this.maybe(() => this.person(depth - 1)),
      next: depth === 0 ? null : this.maybe(() => this.ward(depth - 1)),
    };
  }

  person(depth: number): unknown {
    const ward = depth === 0 ? null : this.maybe(() => this.ward(depth - 1));
    return { __typename: 'Person', name: this.maybe(() => 'p'), note: this.maybe(() => 'n'), ward };
  }

  several(make: () => unknown): unknown[] {
    return Array.from({ length: this.#draw(2) }, () => this.maybe(make));
  }

  maybe(make: () => unknown): unknown {
    return this.#draw(8) === 0 ? null : make();
  }
}

function outcome({ data, errors = [] }: ExecutionResult): unknown {
  const told = errors.map(({ message, path }) => ({ message, path: path?.join('.') ?? null }));
  return JSON.parse(JSON.stringify({ data, told }));
}

describe('nulls', () => {
  const schema = buildSchema(TYPES);
  const hub = federate({ wards: { types: TYPES } });

  it('travel upwards exactly as graphql-js lets them, with the same errors', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const root = new Drawing((bound) => draw(fc.nat, { max: bound })).root();
        const expected = execute({ schema, document: parse(QUERY), rootValue: root }) as ExecutionResult;
        hub.replace('wards', answerUnchecked(root));
        expect(outcome(await hub.ask(QUERY))).toEqual(outcome(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('which a subgraph explained itself are not told of again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const root = new Drawing((bound) => draw(fc.nat, { max: bound })).root();
        const expected = execute({ schema, document: parse(QUERY), rootValue: root }) as ExecutionResult;
        hub.replace('wards', async ({ document, variables }) => {
          const args = { schema, document, rootValue: root, variableValues: variables };
          return JSON.parse(JSON.stringify(await execute(args))) as ExecutionResult;
        });
        expect(outcome(await hub.ask(QUERY))).toEqual(outcome(expected));
      }),
      { numRuns: 100 },
    );
  });

  it('of an enum that the schema does not show are told of', async () => {
    hub.replace('wards', () => ({ data: { one: { kind: 'SECRET' } } }));
    expect(outcome(await hub.ask('{ one { kind } }'))).toEqual({
      data: { one: null },
      told: [{ message: 'Enum "Kind" cannot represent value: "SECRET"', path: 'one.kind' }],
    });
  });
});

/** A subgraph that answers what it has, whether or not its schema allows the nulls. */
function answerUnchecked(root: unknown): Executor {
  const nullable = buildSchema(TYPES.replaceAll('!', ''));
  return ({ document }) => {
    const { data } = execute({ schema: nullable, document, rootValue: root }) as ExecutionResult;
    return { data: JSON.parse(JSON.stringify(data)) as Record<string, unknown> };
  };
}
