import { Kind, parse, valueFromASTUntyped, type EnumValueDefinitionNode } from 'graphql';

/** Where the subgraphs of a supergraph are, by name, as its `join__Graph` says. */
export function subgraphUrls(supergraphSdl: string): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const { name, url } = graphOf(value);
      if (typeof name === 'string' && typeof url === 'string') urls.set(name, url);
    }
  }
  return urls;
}

function graphOf({ directives = [] }: EnumValueDefinitionNode): { name?: unknown; url?: unknown } {
  const graph = directives.find((directive) => directive.name.value === 'join__graph');
  return Object.fromEntries(graph?.arguments?.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]) ?? []);
}
