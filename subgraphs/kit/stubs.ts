import type { ObjectRef } from '@pothos/core';
import type { AnyBuilder, SubgraphBuilder, SubgraphTypes } from './builder.ts';

/** Whether a subgraph only names another owner's entity, or also adds fields to it. */
export type StubUse = 'reference' | 'contribution';

/**
 * Another owner's entity: what this subgraph needs to show of it is resolved by the gateway.
 *
 * @param key - the entity's key field: `code` for Region, `id` for all else
 * @param use - `contribution` when this subgraph adds fields, so that the gateway may enter here
 */
export function entityStub<Models extends object, Db, Key extends 'id' | 'code'>(
  typed: SubgraphBuilder<Models, Db>,
  name: string,
  key: Key,
  use: StubUse = 'reference',
) {
  const builder = typed as unknown as AnyBuilder;
  const ref = builder.objectRef<{ [key: string]: string }>(name).implement({
    description: 'Owned by another subgraph; named here by its key.',
    fields: (t) => ({ [key]: t.id({ description: 'The key.', resolve: (stub) => stub[key] ?? '' }) }),
  });
  const selection = builder.selection<{ id: string }>(key as 'id');
  builder.asEntity(ref, {
    key: builder.keyDirective(selection, use === 'contribution'),
    resolveReference: (reference) => reference,
  });
  return ref as unknown as ObjectRef<
    PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Models, Db>>,
    { readonly [K in Key]: string }
  >;
}
