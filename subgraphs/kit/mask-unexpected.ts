import { randomUUID } from 'node:crypto';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { withoutValues } from '../../core/input-message.ts';
import { Fault } from '../../core/fault.ts';
import type { Locale, RequestScope } from '../../core/viewer.ts';

const UNEXPECTED: Readonly<Record<Locale, string>> = {
  zh: '服务器内部错误，请凭日志编号联系管理员：',
  en: 'Unexpected error; quote this log id to the operator: ',
};

/**
 * What a caller may see of an error. Faults pass, and GraphQL's own errors without the values that came in; anything else is a bug: it is written to
 * the log under an id, and the caller gets the id and nothing more. Called inside the subgraph, so that both
 * placements answer the same.
 */
export function maskUnexpected(error: GraphQLError, scope: Pick<RequestScope, 'locale' | 'requestId'>): GraphQLError {
  const cause = rootCause(error);
  const place = { nodes: error.nodes ?? null, path: error.path ?? null };
  if (cause instanceof Fault) return new GraphQLError(cause.message, { ...place, extensions: cause.extensions });
  if (cause === undefined || cause instanceof GraphQLError) {
    return new GraphQLError(withoutValues(error.message), { ...place, extensions: error.extensions });
  }
  const logId = randomUUID();
  console.error(
    JSON.stringify({
      level: 'error',
      logId,
      requestId: scope.requestId,
      path: error.path,
      error: cause.stack ?? String(cause),
    }),
  );
  return new GraphQLError(UNEXPECTED[scope.locale] + logId, { ...place, extensions: { code: 'INTERNAL', logId } });
}

/** The same result with every error masked. */
export function maskResult(result: ExecutionResult, scope: RequestScope): ExecutionResult {
  if (result.errors === undefined) return result;
  return { ...result, errors: result.errors.map((error) => maskUnexpected(error, scope)) };
}

function rootCause(error: GraphQLError): Error | undefined {
  let cause: Error | undefined = error.originalError;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}
