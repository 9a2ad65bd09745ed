import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import type { Executor, SubgraphRequest } from '../../subgraphs/kit/executor.ts';
import { scopeHeaders } from './forwarded-scope.ts';
import { isComposite } from './json.ts';
import { Unreachable } from './problems.ts';
import { openSocket } from './subgraph-socket.ts';

/** Where a subgraph on its own is, and how patiently it is called. */
export interface OverHttpOptions {
  /** Takes queries and mutations by POST. */
  readonly url: string;
  /** Takes subscriptions; the same place unless given. */
  readonly webSocketUrl?: string;
  /** Shows the subgraph that this is its gateway; null where it asks for none. */
  readonly secret?: string | null;
  /** Milliseconds until a subgraph that says nothing is given up. */
  readonly timeoutMs: number;
}

/** The way to one subgraph. */
export interface OverHttp {
  readonly execute: Executor;
  /** Lets calls under way end, and ends subscriptions. */
  close(): Promise<void>;
}

/** How many calls may be under way to one subgraph at once; further ones wait. */
const CONNECTIONS = 64;

/** Reaches a subgraph over the network: calls over kept connections, all subscriptions over one WebSocket. */
export function overHttp({ url, webSocketUrl, secret = null, timeoutMs }: OverHttpOptions): OverHttp {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: Math.min(timeoutMs, 5_000) },
  });
  const socket = openSocket({ url: webSocketUrl ?? url.replace(/^http/, 'ws'), secret });
  const call = async (request: SubgraphRequest): Promise<ExecutionResult> => {
    const { text: query, variables, operationName, scope, signal } = request;
    const answer = await pool.request({
      path: pathname + search,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...scopeHeaders(scope, secret),
      },
      body: JSON.stringify({ query, variables, operationName }),
      signal: signal ?? null,
    });
    return readAnswer(answer.statusCode, await answer.body.text());
  };
  return {
    execute: (request) => (request.operation === 'subscription' ? socket.subscribe(request) : call(request)),
    close: async () => {
      await socket.close();
      await pool.close();
    },
  };
}

/** @throws Unreachable when it is no answer of GraphQL, or one that concerns the gateway and not its client */
function readAnswer(status: number, text: string): ExecutionResult {
  if (status === 401 || status === 403) throw new Unreachable('it does not take this gateway for its own');
  const answer = parseJson(text);
  if (isComposite(answer) && ('data' in answer || Array.isArray(answer['errors']))) return answer;
  throw new Unreachable(`its answer, of HTTP status ${String(status)}, is not GraphQL`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
