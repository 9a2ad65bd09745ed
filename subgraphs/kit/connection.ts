import type { ObjectRef } from '@pothos/core';
import type { AnyBuilder, SubgraphBuilder, SubgraphTypes } from './builder.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, type Page } from './page.ts';

type AnyTypes = AnyBuilder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;
const pageInfoOf = new WeakMap<object, ObjectRef<AnyTypes, Page<unknown>>>();

function pageInfo(builder: AnyBuilder): ObjectRef<AnyTypes, Page<unknown>> {
  const known = pageInfoOf.get(builder);
  if (known !== undefined) return known;
  const ref = builder.objectRef<Page<unknown>>('PageInfo').implement({
    shareable: true,
    description: 'Where a page stands in its list (Relay cursor connections).',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follow behind this page.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        description: 'Whether the page was asked for behind a cursor.',
      }),
      startCursor: t.string({
        nullable: true,
        description: 'The cursor of the first edge; null on an empty page.',
        resolve: (page) => page.edges[0]?.cursor ?? null,
      }),
      endCursor: t.string({
        nullable: true,
        description: 'The cursor of the last edge, to give as `after`; null on an empty page.',
        resolve: (page) => page.edges.at(-1)?.cursor ?? null,
      }),
    }),
  });
  pageInfoOf.set(builder, ref);
  return ref;
}

/**
 * Declares the Relay connection of a type: `<name>Connection` and `<name>Edge`. A field of it resolves to a
 * {@link Page}.
 */
export function connectionOf<Models extends object, Db, Node>(
  typed: SubgraphBuilder<Models, Db>,
  name: string,
  node: { readonly $inferType: Node },
) {
  const builder = typed as unknown as AnyBuilder;
  const nodeRef = node as unknown as ObjectRef<AnyTypes, unknown>;
  const edge = builder.objectRef<{ cursor: string; node: unknown }>(`${name}Edge`).implement({
    description: `One ${name} of a page, and its place in the list.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'The place in the list, to give as `after`.' }),
      node: t.field({ type: nodeRef, description: `The ${name}.`, resolve: (parent) => parent.node as never }),
    }),
  });
  const connection = builder.objectRef<Page<unknown>>(`${name}Connection`).implement({
    description: `A page of ${name}s (Relay cursor connections).`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The page, in the order of the list.',
        resolve: (page) => [...page.edges],
      }),
      pageInfo: t.field({ type: pageInfo(builder), description: 'Where the page stands.', resolve: (page) => page }),
      totalCount: t.int({ description: 'How many there are in the whole list.', resolve: (page) => page.totalCount() }),
    }),
  });
  return connection as unknown as ObjectRef<
    PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Models, Db>>,
    Page<Node>
  >;
}

/** How the arguments of a list describe themselves. */
export const pageArgs = {
  first: {
    defaultValue: DEFAULT_PAGE_SIZE,
    description: `How many to give, 1 to ${String(MAX_PAGE_SIZE)}.`,
  },
  after: { description: 'The `endCursor` of the page before; left out for the first page.' },
} as const;
