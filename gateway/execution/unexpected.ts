import { randomUUID } from 'node:crypto';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { Fault } from '../../core/fault.ts';

/** Takes what nobody expected, to log it, with the id that the client was told. */
export type Report = (error: unknown, logId: string) => void;

/** Writes a line of JSON to the standard error. */
export const logUnexpected: Report = (error, logId) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ level: 'error', logId, error: text }));
};

/** Logs what nobody expected, under an id of its own when it has none yet. */
export function reportUnexpected(error: unknown, logId: string = randomUUID()): void {
  logUnexpected(error, logId);
}

/** Reports a mistake of the gateway itself, and tells the client the id it is reported under and nothing more. */
export function unexpected(error: unknown, report: Report): GraphQLError {
  const logId = randomUUID();
  report(error, logId);
  const fault = new Fault('INTERNAL', `Something unexpected happened; it is logged as ${logId}.`, { logId });
  return new GraphQLError(fault.message, { extensions: fault.extensions });
}

/** The answer to a request of which nothing came because of a mistake of the gateway. */
export function unexpectedResult(error: unknown, report: Report): ExecutionResult {
  return { errors: [unexpected(error, report)], data: null };
}
