import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, subscribe, type ExecutionResult, type GraphQLFieldResolver } from 'graphql';
import type { RequestScope } from '../../../core/viewer.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../../gateway/execution/gateway.ts';
import { composeSupergraph } from '../../../gateway/supergraph.ts';
import type { Executor, SubgraphRequest } from '../../../subgraphs/kit/executor.ts';

/** What types of a subgraph answer with. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One subgraph: its types without the link to federation, and its resolvers. */
export interface Part {
  readonly types: string;
  readonly resolvers?: Resolvers;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@shareable",
  "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject", "@extends"])`;

export const PUBLIC: RequestScope = { viewer: null, locale: 'zh', requestId: 'test' };

/** A gateway over subgraphs of this process. */
export interface Federated {
  readonly gateway: Gateway;
  /** Every operation that a subgraph was asked, in order. */
  readonly asked: { readonly service: string; readonly request: SubgraphRequest }[];
  /** Prepares and runs; errors of the preparation come as a result. */
  ask(text: string, variables?: Record<string, unknown>, signal?: AbortSignal): Promise<ExecutionResult>;
  /** Takes a subgraph's place; null gives it back. */
  replace(service: string, executor: Executor | null): void;
}

/** Composes subgraphs and puts a gateway before them. */
export function federate(parts: Readonly<Record<string, Part>>, options: Partial<GatewayOptions> = {}): Federated {
  const sdls = Object.entries(parts).map(([name, { types }]) => ({
    name,
    sdl: `${LINK}\n${types}`,
    url: `http://${name}/`,
  }));
  const replaced = new Map<string, Executor>();
  const asked: Federated['asked'] = [];
  const executors = Object.fromEntries(
    Object.entries(parts).map(([service, part]) => {
      const own = inProcess(part);
      const executor: Executor = (request) => {
        asked.push({ service, request });
        return (replaced.get(service) ?? own)(request);
      };
      return [service, executor];
    }),
  );
  const gateway = createGateway({ supergraphSdl: composeSupergraph(sdls), executors, ...options });
  return {
    gateway,
    asked,
    async ask(text, variables, signal) {
      const prepared = gateway.prepare(text);
      if ('errors' in prepared) return prepared;
      return gateway.execute(prepared, { variables, scope: PUBLIC, signal });
    },
    replace(service, executor) {
      if (executor === null) replaced.delete(service);
      else replaced.set(service, executor);
    },
  };
}

/** Runs a subgraph's schema with graphql-js; what it answers travels as JSON, as over a network. */
function inProcess({ types, resolvers = {} }: Part): Executor {
  const schema = buildSubgraphSchema({
    typeDefs: parse(`${LINK}\n${types}`),
    resolvers: resolvers as Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>>,
  });
  return async ({ document, operation, variables, scope, resume }) => {
    const args = { schema, document, variableValues: variables ?? {}, contextValue: { scope, resume } };
    if (operation === 'subscription')
      return subscribe(args) as Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
    return JSON.parse(JSON.stringify(await execute(args))) as ExecutionResult;
  };
}

/** An answer without its extensions, errors as clients see them. */
export function shown(result: ExecutionResult): { data?: unknown; errors?: unknown[] } {
  const plain = JSON.parse(JSON.stringify(result)) as { data?: unknown; errors?: unknown[]; extensions?: unknown };
  delete plain.extensions;
  return plain;
}

/** The codes and places of an answer's errors. */
export function faults(result: ExecutionResult): { code: unknown; path: string | undefined }[] {
  return (result.errors ?? []).map((error) => ({ code: error.extensions['code'], path: error.path?.join('.') }));
}
