import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { contextFor, type Holdings } from './context.ts';
import type { Executor, SubgraphRequest } from './executor.ts';
import { maskResult } from './mask-unexpected.ts';
import { subscribeAfresh } from './subscribe.ts';

/**
 * Reaches a subgraph of this process: the schema is called directly, compiled once per document. What the compiler
 * does not take, and subscriptions, go to graphql-js.
 */
export function inProcess<Db>(schema: GraphQLSchema, holdings: Holdings<Db>): Executor {
  const compiled = new WeakMap<DocumentNode, CompiledQuery | null>();
  const compile = (request: SubgraphRequest): CompiledQuery | null => {
    const known = compiled.get(request.document);
    if (known !== undefined) return known;
    const query = compileQuery(schema, request.document, request.operationName);
    const usable = isCompiledQuery(query) ? query : null;
    compiled.set(request.document, usable);
    return usable;
  };
  return async (request) => {
    const context = contextFor(holdings, request.scope, request.resume ?? null);
    const { document, variables = {} } = request;
    if (request.operation === 'subscription') {
      return subscribeAfresh({ schema, document, variableValues: variables, contextValue: context });
    }
    const query = compile(request);
    const result: ExecutionResult =
      query === null
        ? await execute({ schema, document, variableValues: variables, contextValue: context })
        : await query.query(undefined, context, variables);
    return maskResult(result, request.scope);
  };
}
