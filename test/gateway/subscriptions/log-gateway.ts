import {
  GraphQLError,
  Kind,
  parse,
  print,
  validate,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import type {
  Gateway,
  Prepared,
  SubscribeArgs,
  SubscriptionItem,
  Variables,
} from '../../../gateway/execution/contract.ts';
import { DEFAULT_LIMITS } from '../../../gateway/limits.ts';
import type { SubgraphRequest } from '../../../subgraphs/kit/executor.ts';
import type { LogSubgraph } from './log-subgraph.ts';

/** A gateway before one subgraph that needs no plan, so that the tests of subscriptions stand on their own. */
export function logGateway(log: LogSubgraph): Gateway {
  const prepared = new Map<string, ReturnType<Gateway['prepare']>>();
  return {
    schema: log.schema,
    limits: DEFAULT_LIMITS,
    prepare(text, operationName) {
      const key = `${operationName ?? ''}\n${text}`;
      const known = prepared.get(key) ?? prepare(log, text, operationName ?? undefined);
      prepared.set(key, known);
      return known;
    },
    check: (_prepared, variables) =>
      variables?.['region'] === 0
        ? [new GraphQLError('Expected a region.', { extensions: { code: 'BAD_USER_INPUT' } })]
        : [],
    execute: async (operation, args) => {
      const answer = await log.executor(requestOf(operation, args));
      if (Symbol.asyncIterator in answer) throw new Error('Expected one answer.');
      return answer;
    },
    subscribe: async (operation, args) => {
      const answer = await log.executor(requestOf(operation, args));
      return Symbol.asyncIterator in answer ? itemsOf(answer) : answer;
    },
  };
}

/** The operation, which must be a good one. */
export function prepareOn(gateway: Gateway, text: string): Prepared {
  const prepared = gateway.prepare(text);
  if ('errors' in prepared) throw new Error(`Expected a good operation: ${String(prepared.errors[0])}`);
  return prepared;
}

function requestOf(prepared: Prepared, { variables, scope, resume }: SubscribeArgs): SubgraphRequest {
  const { document, text, kind } = prepared;
  return { document, text, operation: kind, variables, scope, ...(resume === undefined ? {} : { resume }) };
}

function prepare(log: LogSubgraph, text: string, operationName: string | undefined): ReturnType<Gateway['prepare']> {
  const document = parsed(text);
  if (document instanceof GraphQLError) return { errors: [document] };
  const errors = validate(log.schema, document);
  if (errors.length > 0) return { errors };
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && (operationName === undefined || node.name?.value === operationName),
  );
  if (operation === undefined)
    return {
      errors: [new GraphQLError('Expected the name of an operation.', { extensions: { code: 'BAD_REQUEST' } })],
    };
  const normalised = print(visit(document, { Argument: ({ name }) => (name.value === 'after' ? null : undefined) }));
  return {
    text,
    document,
    operation,
    kind: operation.operation,
    resumable: text.includes('entries'),
    after: (variables) => afterOf(operation, variables),
    shareKey: (variables) => JSON.stringify([normalised, { ...variables, after: undefined }]),
  };
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof GraphQLError
      ? new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })
      : new GraphQLError('?');
  }
}

function afterOf(operation: OperationDefinitionNode, variables: Variables | undefined): string | null {
  const field = operation.selectionSet.selections[0];
  if (field?.kind !== Kind.FIELD) return null;
  const value = field.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (value?.kind === Kind.STRING) return value.value;
  const given = value?.kind === Kind.VARIABLE ? variables?.[value.name.value] : null;
  return typeof given === 'string' ? given : null;
}

function itemsOf(results: AsyncIterable<ExecutionResult>): AsyncIterableIterator<SubscriptionItem> {
  const source = results[Symbol.asyncIterator]();
  return {
    async next() {
      const step = await source.next();
      return step.done === true ? { done: true, value: undefined } : { done: false, value: itemOf(step.value) };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function itemOf({ extensions, ...result }: ExecutionResult): SubscriptionItem {
  const mark = extensions?.['mark'];
  const cursor = extensions?.['cursor'];
  if (typeof mark === 'string') return { kind: 'mark', cursor: mark };
  return { kind: 'event', result, cursor: typeof cursor === 'string' ? cursor : null };
}
