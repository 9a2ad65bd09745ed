import { GraphQLError, type ASTNode } from 'graphql';
import { Fault } from '../../core/fault.ts';
import type { Limits } from '../limits.ts';

/** A limit that is passed. */
export interface Passed {
  readonly limit: keyof Limits;
  readonly maximum: number;
  readonly actual: number;
  /** What is counted, for the message. */
  readonly what: string;
  readonly node?: ASTNode;
}

/** Tells of a limit that is passed: its name, its value and what came. */
export function limitError({ limit, maximum, actual, what, node }: Passed): GraphQLError {
  const message = `Expected at most ${String(maximum)} ${what} (${limit}), got ${String(actual)}.`;
  const { extensions } = new Fault('LIMIT_EXCEEDED', message, { limit, maximum, actual });
  return new GraphQLError(message, { nodes: node ?? null, extensions });
}
