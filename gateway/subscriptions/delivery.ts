import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Fault } from '../../core/fault.ts';
import type { SubscriptionItem } from '../execution/contract.ts';

/**
 * The last that a stream has to say when it did not simply complete: its token ended, its subgraph stayed away, the hub
 * is stopping (`SHUTTING_DOWN`: the client should connect again and go on from its position).
 */
export interface End {
  readonly kind: 'end';
  readonly errors: readonly GraphQLError[];
}

/** What one subscriber receives. A result is the same object for all members of a group, so that its text can be made once. */
export type Delivery = SubscriptionItem | End;

/** A fault as the end of a stream. */
export function endOf(fault: Fault): End {
  return { kind: 'end', errors: [errorOf(fault)] };
}

/** A fault as clients see it. */
export function errorOf(fault: Fault): GraphQLError {
  return new GraphQLError(fault.message, { extensions: fault.extensions });
}

/** Whether the errors say that a subgraph was lost, which may pass. */
export function isOutage(errors: readonly GraphQLError[]): boolean {
  return errors.some((error) => error.extensions['code'] === 'SUBGRAPH_UNAVAILABLE');
}

/** Whether the errors say that this hub is stopping, which another hub or the next process makes good. */
export function isShutdown(errors: readonly GraphQLError[]): boolean {
  return errors.some((error) => error.extensions['code'] === 'SHUTTING_DOWN');
}

/** The errors of a result that ends its stream, or null for an ordinary one: only a result without the key `data` is an end. */
export function endingErrors(result: ExecutionResult): readonly GraphQLError[] | null {
  return 'data' in result ? null : (result.errors ?? []);
}

const texts = new WeakMap<ExecutionResult, string>();

/** The JSON text of a result; made once, however many subscribers it goes to. */
export function resultText(result: ExecutionResult): string {
  const known = texts.get(result);
  if (known !== undefined) return known;
  const text = JSON.stringify(result);
  texts.set(result, text);
  return text;
}
