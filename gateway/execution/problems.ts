import { GraphQLError } from 'graphql';
import { Fault } from '../../core/fault.ts';
import { isComposite } from './json.ts';
import type { ResponsePath } from './paths.ts';

/** An error as a subgraph tells it: of this process or read from the network. */
export interface SubgraphProblem {
  readonly message: string;
  readonly path?: ResponsePath | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What some servers put into extensions for developers; never for clients. */
const PRIVATE_EXTENSIONS = ['stacktrace', 'exception', 'originalError'];

/** Puts a subgraph's problem into the client's answer. */
export function toClientError(problem: SubgraphProblem, service: string, path: ResponsePath | undefined): GraphQLError {
  const extensions: Record<string, unknown> = { ...problem.extensions, serviceName: service };
  for (const name of PRIVATE_EXTENSIONS) Reflect.deleteProperty(extensions, name);
  return new GraphQLError(problem.message, { path: path ?? null, extensions });
}

/** The errors of an answer that are told in a form one can read; others become one sentence. */
export function problemsOf(errors: unknown, service: string): SubgraphProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown): SubgraphProblem => {
    if (!isComposite(error) || typeof error['message'] !== 'string') {
      return unavailable(service, 'it answered with an error that is none of GraphQL');
    }
    const { message, path, extensions } = error;
    return {
      message,
      path: Array.isArray(path) ? (path as ResponsePath) : undefined,
      extensions: isComposite(extensions) ? extensions : undefined,
    };
  });
}

/** The subgraph did not answer, or not with GraphQL. */
export function unavailable(service: string, why: string): SubgraphProblem {
  return problemOf(new Fault('SUBGRAPH_UNAVAILABLE', `The subgraph "${service}" did not answer: ${why}.`));
}

/** A fault told as a subgraph would. */
export function problemOf(fault: Fault): SubgraphProblem {
  return { message: fault.message, extensions: fault.extensions };
}

/** A subgraph that can not be reached, or does not speak GraphQL; the message is fit for clients. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
