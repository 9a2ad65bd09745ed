import { randomUUID } from 'node:crypto';
import { Fault, type FaultCode } from '../../core/fault.ts';
import type { Locale, RequestScope } from '../../core/viewer.ts';
import type { Context } from './context.ts';

/** A place beside `/graphql` where files come in or go out: what the gateway must know of it. */
export interface RoutePlace {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The largest body that is taken; 0 for none. */
  readonly maxBodyBytes: number;
}

/** One request for a route, whichever way it came. */
export interface RouteRequest extends Pick<RoutePlace, 'method' | 'path'> {
  readonly query: URLSearchParams;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Read at most once; ends with a fault when it is too large or does not come. */
  readonly body: AsyncIterable<Uint8Array>;
  readonly scope: RequestScope;
  /** Aborts when the client went away. */
  readonly signal: AbortSignal;
}

/** What a route answers. */
export interface RouteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  /** Headers that are known only once the body has been given, such as its digest; `headers` names them as `trailer`. */
  readonly trailers?: () => Readonly<Record<string, string>>;
}

/** A route as its subgraph defines it. Faults and bugs it throws; {@link answerRoute} answers them. */
export interface Route<Db> extends RoutePlace {
  readonly handle: (request: RouteRequest, context: Context<Db>) => Promise<RouteAnswer>;
}

const STATUSES: Partial<Record<FaultCode, number>> = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TIMEOUT: 408,
  LIMIT_EXCEEDED: 413,
  CURSOR_INVALID: 409,
  CURSOR_FOREIGN: 409,
  CURSOR_TRIMMED: 410,
  CANCELLED: 499,
  SUBGRAPH_UNAVAILABLE: 503,
  SHUTTING_DOWN: 503,
};

const UNEXPECTED: Readonly<Record<Locale, string>> = {
  zh: '服务器内部错误，请凭日志编号联系管理员：',
  en: 'Unexpected error; quote this log id to the operator: ',
};

/** Answers a request by the route it names. Whatever goes wrong, it answers, and alike in both placements. */
export async function answerRoute<Db>(
  routes: readonly Route<Db>[],
  request: RouteRequest,
  context: Context<Db>,
): Promise<RouteAnswer> {
  const route = routes.find(({ method, path }) => method === request.method && path === request.path);
  try {
    if (route === undefined) throw new Fault('BAD_REQUEST', `No route ${request.method} ${request.path}.`);
    return await route.handle(request, context);
  } catch (error) {
    return faultAnswer(error instanceof Fault ? error : unexpectedFault(error, request.scope));
  }
}

/** The answer that a fault is. */
export function faultAnswer(fault: Fault): RouteAnswer {
  const { message, extensions } = fault;
  return jsonAnswer(STATUSES[fault.code] ?? 500, { errors: [{ message, extensions }] });
}

/** An answer of JSON, which nobody keeps. */
export function jsonAnswer(status: number, value: object): RouteAnswer {
  return textAnswer(status, 'application/json', `${JSON.stringify(value, null, 2)}\n`);
}

/** An answer of text in UTF-8, which nobody keeps. */
export function textAnswer(status: number, type: string, text: string): RouteAnswer {
  return {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
    body: new TextEncoder().encode(text),
  };
}

/** The fault that a bug is: masked, and written to the log of errors under the id that it tells. */
export function unexpectedFault(error: unknown, { locale, requestId }: RequestScope): Fault {
  const logId = randomUUID();
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ level: 'error', logId, requestId, error: text }));
  return new Fault('INTERNAL', UNEXPECTED[locale] + logId, { logId });
}
