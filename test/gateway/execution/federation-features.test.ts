import { describe, expect, it } from 'vitest';
import { ABSTRACT_CASES } from './abstract-cases.ts';
import { ENTITY_CASES, REQUIRING } from './entity-cases.ts';
import { faults, federate, type Part } from './federation.ts';

describe('a supergraph answers', () => {
  it.each([...ABSTRACT_CASES, ...ENTITY_CASES])('$what', async ({ parts, query, variables, data }) => {
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
    const hub = federate({
      ...REQUIRING.parts,
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
