import { Kind, parse, type DocumentNode, type ExecutionResult, type SelectionSetNode } from 'graphql';
import type { FetchNode } from '@graphql-hive/router-query-planner';
import { Fault } from '../../core/fault.ts';
import type { RequestScope } from '../../core/viewer.ts';
import type { Executor, SubgraphAnswer, SubgraphRequest } from '../../subgraphs/kit/executor.ts';
import type { Variables } from './contract.ts';
import { isComposite, isPromise, type JsonObject } from './json.ts';
import { problemOf, problemsOf, unavailable, Unreachable, type SubgraphProblem } from './problems.ts';
import type { Run } from './run.ts';

/** One subgraph's answer, in one form whatever the subgraph did. */
export interface Reply {
  readonly data: JsonObject | null;
  readonly errors: readonly SubgraphProblem[];
}

/** What a plan says of one operation for one subgraph. */
export type Operation = Pick<
  FetchNode,
  'serviceName' | 'operation' | 'operationKind' | 'operationName' | 'variableUsages'
>;

/** One operation for one subgraph, ready to be asked with the variables of any run. */
export interface Call {
  readonly service: string;
  readonly document: DocumentNode;
  /** The variables of the request that the operation uses. */
  pick(variables: Variables): Record<string, unknown>;
  request(scope: RequestScope, variables: Variables, signal: AbortSignal): SubgraphRequest;
  /** Asks the subgraph. Never rejects: what goes wrong is told in the reply. */
  ask(run: Run, variables: Variables): Reply | Promise<Reply>;
}

/** Makes the call of one fetch of a plan. */
export function compileCall(operation: Operation, executor: Executor): Call {
  const service = operation.serviceName;
  const document = parse(operation.operation, { noLocation: true });
  const kind = operation.operationKind ?? 'query';
  const names = operation.variableUsages ?? [];
  const request: Call['request'] = (scope, variables, signal) => ({
    document,
    text: operation.operation,
    operation: kind,
    operationName: operation.operationName ?? undefined,
    variables,
    scope,
    signal,
  });
  return {
    service,
    document,
    request,
    pick: (variables) => pick(variables, names),
    ask(run, variables) {
      const { fault } = run.cancellation;
      if (fault !== null) return failed(problemOf(fault));
      const answer = askSafely(executor, request(run.scope, variables, run.cancellation.signal), service);
      if (!isPromise(answer)) return toReply(answer, service);
      const reply = answer.then(
        (result) => toReply(result, service),
        (error: unknown) => failed(problemOfRejection(error, service)),
      );
      return run.cancellation.race(reply, (ended) => failed(problemOf(ended)));
    },
  };
}

/** A reply that brings nothing. */
function failed(problem: SubgraphProblem): Reply {
  return { data: null, errors: [problem] };
}

/** What is told of an executor that rejects: faults as they are, all else without its words. */
export function problemOfRejection(error: unknown, service: string): SubgraphProblem {
  if (error instanceof Fault) return problemOf(error);
  return unavailable(service, error instanceof Unreachable ? error.message : 'the call failed');
}

/** Reads an answer; one that is not GraphQL counts as none. */
export function toReply(answer: SubgraphAnswer, service: string): Reply {
  if (!isComposite(answer) || Symbol.asyncIterator in answer) {
    return failed(unavailable(service, 'it gave no single answer'));
  }
  const { data, errors } = answer as ExecutionResult;
  if (!errors?.length)
    return data == null ? failed(unavailable(service, 'its answer has no data')) : { data, errors: NONE };
  return { data: isComposite(data) ? data : null, errors: problemsOf(errors, service) };
}

const NONE: readonly SubgraphProblem[] = [];

/** The response keys of an operation's root, or of the objects that one of its root fields gives. */
export function responseKeys(document: DocumentNode, under?: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) collectKeys(definition.selectionSet, under, keys);
  }
  return keys;
}

function collectKeys(selections: SelectionSetNode, under: string | undefined, keys: Set<string>): void {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      if (under === undefined) keys.add(key);
      else if (key === under && selection.selectionSet) collectKeys(selection.selectionSet, undefined, keys);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collectKeys(selection.selectionSet, under, keys);
    }
  }
}

function askSafely(
  executor: Executor,
  request: SubgraphRequest,
  service: string,
): SubgraphAnswer | Promise<SubgraphAnswer> {
  try {
    return executor(request);
  } catch (error) {
    return { errors: [problemOfRejection(error, service)] } as unknown as ExecutionResult;
  }
}

function pick(variables: Variables, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (name in variables) picked[name] = variables[name];
  return picked;
}
