import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { Fault } from '../core/fault.ts';
import type { Edge } from './edge.ts';
import type { Prepared } from './execution/contract.ts';
import { readParameters } from './sse/parameters.ts';
import { Rejection } from './sse/rejection.ts';

/** How single requests are served. */
export interface HttpOptions extends Pick<Edge, 'gateway' | 'identify' | 'report'> {
  /** The largest request body, in bytes. */
  readonly bodyBytes: number;
  /** How long a request may take to arrive, in milliseconds; the gateway itself limits how long its answer takes. */
  readonly requestMs: number;
}

/**
 * Serves queries and mutations by POST and queries by GET.
 *
 * @returns handles one request, and never rejects; headers that the response has already (CORS) are kept
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export function serveHttp(options: HttpOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const type = answerType(request.headers.accept);
    try {
      if (type === null) throw notAcceptable(`${MODERN} or ${PLAIN}`);
      const gone = new AbortController();
      response.once('close', () => {
        gone.abort();
      });
      const result = await answer(options, request, gone.signal);
      send(response, { status: statusOf(result, type), type, body: result });
    } catch (error) {
      refuse(response, type ?? PLAIN, error, options.report);
    }
  };
}

const MODERN = 'application/graphql-response+json';
const PLAIN = 'application/json';
type AnswerType = typeof MODERN | typeof PLAIN;

async function answer(options: HttpOptions, request: IncomingMessage, signal: AbortSignal): Promise<ExecutionResult> {
  const { method } = request;
  if (method !== 'GET' && method !== 'POST') {
    throw notAllowed('GET, POST', `Expected GET or POST, got ${String(method)}.`);
  }
  const scope = await options.identify(request);
  const { query, operationName, variables } = await within(
    options.requestMs,
    readParameters(request, options.bodyBytes),
  );
  const gateway = options.gateway();
  const prepared = gateway.prepare(query, operationName);
  if ('errors' in prepared) return prepared;
  checkKind(prepared.kind, method);
  return gateway.execute(prepared, { variables, scope, signal });
}

/** @throws Rejection when the operation can not be asked for this way */
function checkKind(kind: Prepared['kind'], method: 'GET' | 'POST'): void {
  if (kind === 'mutation' && method === 'GET')
    throw notAllowed('POST', 'Expected a mutation to come by POST, got GET.');
  if (kind === 'subscription') throw notAcceptable('text/event-stream, or a WebSocket, for a subscription');
}

/** A request that dribbles in holds nothing for longer than this. */
async function within<Value>(milliseconds: number, arriving: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const message = `The request was to arrive within ${String(milliseconds)} ms, and did not.`;
      reject(new Rejection(408, new Fault('TIMEOUT', message, { maximum: milliseconds }), { connection: 'close' }));
    }, milliseconds);
  });
  try {
    return await Promise.race([arriving, late]);
  } finally {
    clearTimeout(timer);
    arriving.catch(() => undefined);
  }
}

/** What the caller reads, of what it accepts: the newer type only for those who name it, since older clients take any other status than 200 for a broken connection. */
function answerType(accept: string | undefined): AnswerType | null {
  const ranges = (accept ?? '*/*').split(',').flatMap(parseRange);
  const weightOf = (type: string): number => ranges.find((range) => range.type === type)?.weight ?? 0;
  const modern = weightOf(MODERN);
  const plain = Math.max(weightOf(PLAIN), weightOf('application/*'), weightOf('*/*'));
  if (modern > 0 && modern >= weightOf(PLAIN)) return MODERN;
  return plain > 0 ? PLAIN : null;
}

function parseRange(text: string): { type: string; weight: number }[] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? '1');
  return type === '' ? [] : [{ type, weight: Number.isNaN(weight) ? 0 : weight }];
}

/** A request that did not run at all has a status of its own in the newer type. */
function statusOf(result: ExecutionResult, type: AnswerType): number {
  if (type === PLAIN || 'data' in result) return 200;
  return result.errors?.some(({ extensions }) => extensions['code'] === 'INTERNAL') === true ? 500 : 400;
}

function refuse(response: ServerResponse, type: AnswerType, error: unknown, report: Edge['report']): void {
  const { status, fault, headers } = rejectionOf(error, report);
  const problem: GraphQLFormattedError = { message: fault.message, extensions: fault.extensions };
  send(response, { status, type, body: { errors: [problem] }, headers });
}

function rejectionOf(error: unknown, report: Edge['report']): Rejection {
  if (error instanceof Rejection) return error;
  if (error instanceof Fault && error.code === 'UNAUTHENTICATED') {
    return new Rejection(401, error, { 'www-authenticate': 'Bearer' });
  }
  if (error instanceof Fault) return new Rejection(400, error);
  const logId = randomUUID();
  report(error, logId);
  return new Rejection(
    500,
    new Fault('INTERNAL', `Something unexpected happened; it is logged as ${logId}.`, { logId }),
  );
}

interface Answer {
  readonly status: number;
  readonly type: AnswerType;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(response: ServerResponse, { status, type, body, headers = {} }: Answer): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...headers,
    'content-type': `${type}; charset=utf-8`,
    'content-length': bytes.length,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

function notAllowed(allow: string, message: string): Rejection {
  return new Rejection(405, new Fault('BAD_REQUEST', message), { allow });
}

function notAcceptable(expected: string): Rejection {
  return new Rejection(406, new Fault('BAD_REQUEST', `Expected the caller to accept ${expected}.`));
}
