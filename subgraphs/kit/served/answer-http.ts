import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import { Fault } from '../../../core/fault.ts';
import type { RequestScope } from '../../../core/viewer.ts';
import type { Context } from '../context.ts';
import { limitedBody } from '../limited-body.ts';
import type { RoutePlace, RouteRequest } from '../route.ts';
import { sendAnswer } from '../send-answer.ts';
import type { RunningSubgraph } from '../subgraph.ts';
import { scopeOfHeaders, type GatewayTrust } from './gateway-scope.ts';

/** The largest request body: a gateway's batch of references is far below it. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Milliseconds in which something more of an upload must come; the gateway in front is less patient. */
const UPLOAD_IDLE_MS = 60_000;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** A subgraph at work, and where it takes and gives files. */
export interface Served {
  readonly running: RunningSubgraph;
  readonly routes: readonly RoutePlace[];
}

/** Answers one HTTP request; whatever goes wrong, it answers. */
export async function answerHttp(
  apollo: ApolloServer<Context<unknown>>,
  { running, routes }: Served,
  trust: GatewayTrust,
  { request, response }: Exchange,
): Promise<void> {
  try {
    const { pathname, search } = new URL(request.url ?? '/', 'http://subgraph');
    if (pathname === '/health') return void response.writeHead(200).end('ok');
    const route = routes.find(({ method, path }) => path === pathname && method === request.method);
    if (route !== undefined) {
      const asked = routeRequest(route, { request, response }, scopeOfHeaders(request.headers, trust));
      await sendAnswer(request, response, await running.route(asked));
      return;
    }
    if (pathname !== '/graphql') return void response.writeHead(404).end();
    const scope = scopeOfHeaders(request.headers, trust);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: (request.method ?? 'GET').toUpperCase(),
        headers: headersOf(request),
        search,
        body: request.method === 'POST' ? parseJson(await readBody(request)) : undefined,
      },
      context: () => Promise.resolve(running.contextFor(scope)),
    });
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.statusCode = answer.status ?? 200;
    if (answer.body.kind === 'complete') return void response.end(answer.body.string);
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
  } catch (error) {
    refuse(response, error);
  }
}

function routeRequest(
  { method, path, maxBodyBytes }: RoutePlace,
  exchange: Exchange,
  scope: RequestScope,
): RouteRequest {
  const { request, response } = exchange;
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  return {
    ...{ method, path, scope, signal: gone.signal },
    query: new URL(request.url ?? '/', 'http://subgraph').searchParams,
    headers: Object.fromEntries(headersOf(request)),
    body: limitedBody(request, { maxBytes: maxBodyBytes, idleMs: UPLOAD_IDLE_MS }),
  };
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  const fault = error instanceof Fault ? error : new Fault('INTERNAL', 'Unexpected error.');
  if (!(error instanceof Fault)) console.error(JSON.stringify({ level: 'error', error: String(error) }));
  const status = { UNAUTHENTICATED: 401, BAD_REQUEST: 400, LIMIT_EXCEEDED: 413 }[fault.code as string] ?? 500;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ errors: [{ message: fault.message, extensions: fault.extensions }] }));
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      throw new Fault('LIMIT_EXCEEDED', `Expected a body of at most ${String(MAX_BODY_BYTES)} bytes, got more.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('BAD_REQUEST', 'Expected a body of JSON, got something else.');
  }
}
