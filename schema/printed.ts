import { printSubgraphSchema } from '@apollo/subgraph';
import { parse, printSchema, print } from 'graphql';
import { createGateway } from '../gateway/execution/gateway.ts';
import { SETTINGS } from '../gateway/settings.ts';
import { composeSupergraph } from '../gateway/supergraph.ts';
import { SUBGRAPHS } from '../subgraphs/index.ts';

/**
 * Every file of this folder that is printed from the code: each subgraph's schema, the supergraph composed of them,
 * and the schema that clients see.
 *
 * @returns the contents by file name
 */
export function printedSchemas(): ReadonlyMap<string, string> {
  const parts = SUBGRAPHS.map(({ name, schema }) => ({
    name,
    sdl: printSubgraphSchema(schema),
    url: SETTINGS[`${name}Url`].fallback,
  }));
  const supergraphSdl = composeSupergraph(parts);
  const api = createGateway({ supergraphSdl, executors: {} }).schema;
  const files: readonly (readonly [string, string])[] = [
    ...parts.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const),
    ['supergraph.graphql', print(parse(supergraphSdl))],
    ['api.graphql', printSchema(api)],
  ];
  return new Map(files.map(([name, text]) => [name, `${text.trim()}\n`]));
}
