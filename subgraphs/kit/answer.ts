import type { ObjectRef, UnionRef } from '@pothos/core';
import { Refused, refusalMessage, type Refusal } from '../../core/refusal.ts';
import type { AnyBuilder, SubgraphBuilder, SubgraphTypes } from './builder.ts';

type AnyTypes = AnyBuilder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;
const refusedOf = new WeakMap<object, ObjectRef<AnyTypes, RefusedAnswer>>();

/** A refusal as data. The error itself can not be an answer: GraphQL throws any `Error` that a resolver returns. */
class RefusedAnswer {
  readonly refusals: readonly Refusal[];

  constructor({ refusals }: Refused) {
    this.refusals = refusals;
  }
}

function refused(builder: AnyBuilder): ObjectRef<AnyTypes, RefusedAnswer> {
  const known = refusedOf.get(builder);
  if (known !== undefined) return known;
  const refusal = builder.objectRef<Refusal>('Refusal').implement({
    shareable: true,
    description: 'One reason why something was refused.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'A stable code; the README lists them all.' }),
      path: t.exposeStringList('path', {
        description: 'Where in the input the reason lies; empty when in no single place.',
      }),
      message: t.string({
        description: 'What people read, in Chinese or English by `Accept-Language`.',
        resolve: (one, _args, { scope }) => refusalMessage(one, scope.locale),
      }),
      expected: t.exposeString('expected', { nullable: true, description: 'What would have been taken.' }),
      got: t.exposeString('got', { nullable: true, description: 'What came.' }),
      rules: t.stringList({
        description: 'Ids of the rules that the refusal rests on, such as D3.',
        resolve: (one) => [...(one.rules ?? [])],
      }),
    }),
  });
  const ref = builder.objectRef<RefusedAnswer>('Refused').implement({
    shareable: true,
    description: 'The change was refused and nothing was changed; every reason is given at once.',
    fields: (t) => ({
      refusals: t.field({ type: [refusal], description: 'All reasons.', resolve: (all) => [...all.refusals] }),
    }),
  });
  refusedOf.set(builder, ref);
  return ref;
}

/**
 * Declares what a mutation answers: the thing, or `Refused`.
 *
 * @param name - the union's name, such as `PublishDocumentResult`
 * @param typeName - the GraphQL name of the thing
 */
export function answerOf<Models extends object, Db, Thing>(
  typed: SubgraphBuilder<Models, Db>,
  name: string,
  typeName: string,
  thing: { readonly $inferType: Thing },
) {
  const builder = typed as unknown as AnyBuilder;
  const union = builder.unionType(name, {
    description: `The ${typeName} after the change, or why it was refused.`,
    types: [thing as unknown as ObjectRef<AnyTypes, object>, refused(builder)],
    resolveType: (value) => (value instanceof RefusedAnswer ? 'Refused' : typeName),
  });
  return union as unknown as UnionRef<
    PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Models, Db>>,
    Thing | RefusedAnswer
  >;
}

/** What a command made, or its refusal as data. Faults and bugs pass on as errors. */
export async function orRefused<Thing>(command: Promise<Thing>): Promise<Thing | RefusedAnswer> {
  try {
    return await command;
  } catch (error) {
    if (error instanceof Refused) return new RefusedAnswer(error);
    throw error;
  }
}
