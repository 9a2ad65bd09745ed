import { composeServices } from '@theguild/federation-composition';
import { GraphQLError, parse, type DocumentNode } from 'graphql';

/** One subgraph of a supergraph. */
export interface SupergraphPart {
  readonly name: string;
  /** Its schema with the directives of federation. */
  readonly sdl: string;
  /** Where it is reached when it runs on its own; stands in the supergraph. */
  readonly url: string;
}

/** Subgraphs that do not fit together; the message lists every reason. */
class CompositionProblem extends Error {
  override readonly name = 'CompositionProblem';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The subgraphs do not compose:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/**
 * Composes subgraphs into a supergraph.
 *
 * @throws CompositionProblem
 */
export function composeSupergraph(parts: readonly SupergraphPart[]): string {
  const read = parts.map(({ name, sdl, url }) => ({ name, url, typeDefs: parsePart(name, sdl) }));
  const unreadable = read.flatMap(({ typeDefs }) => (typeof typeDefs === 'string' ? [typeDefs] : []));
  if (unreadable.length > 0) throw new CompositionProblem(unreadable);
  const services = read.flatMap((part) =>
    typeof part.typeDefs === 'string' ? [] : [{ ...part, typeDefs: part.typeDefs }],
  );
  const composed = composeServices(services);
  if (composed.errors !== undefined) throw new CompositionProblem(composed.errors.map(describe));
  return composed.supergraphSdl;
}

function parsePart(name: string, sdl: string): DocumentNode | string {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return `[${name}] ${error.message}`;
    throw error;
  }
}

function describe({ message, extensions }: GraphQLError): string {
  const { code } = extensions;
  return typeof code === 'string' ? `${code}: ${message}` : message;
}
