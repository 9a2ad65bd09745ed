import type { ExecutionResult, GraphQLError } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SubgraphRequest } from '../../subgraphs/kit/executor.ts';
import { EventQueue } from './event-queue.ts';
import { scopeExtensions } from './forwarded-scope.ts';
import { Unreachable } from './problems.ts';

/** The WebSocket that carries all subscriptions to one subgraph. */
export interface SubgraphSocket {
  /** Opens the socket if there is none. A lost connection ends every stream with {@link Unreachable}; the next subscription connects again. */
  subscribe(request: SubgraphRequest): AsyncIterable<ExecutionResult>;
  close(): Promise<void>;
}

/** Events of one subscription that may wait for the gateway; one more, and the stream is cut for its reader to resume. */
const QUEUED_EVENTS = 1_000;

/** Between two pings, in milliseconds, and as long for the answer: a subgraph that vanished is noticed. */
const PING_MS = 10_000;

/** How long an unused socket stays open, in milliseconds. */
const IDLE_MS = 30_000;

/** @param secret - shows the subgraph that this is its gateway */
export function openSocket({ url, secret }: { url: string; secret: string | null }): SubgraphSocket {
  const client = connectLazily(url, secret);
  return {
    subscribe: (request) => subscribe(client, request),
    close: async () => client.dispose(),
  };
}

function subscribe(client: Client, { text, variables, operationName, scope, resume, signal }: SubgraphRequest) {
  let leave = (): void => undefined;
  const queue = new EventQueue<ExecutionResult>(QUEUED_EVENTS, () => {
    leave();
  });
  leave = client.subscribe(
    {
      query: text,
      variables: { ...variables },
      operationName: operationName ?? null,
      extensions: scopeExtensions(scope, resume),
    },
    {
      next: (event) => {
        if (queue.push(event as ExecutionResult)) return;
        queue.fail(new Unreachable('its events came faster than they were read'));
        leave();
      },
      error: (reason) => {
        if (Array.isArray(reason)) {
          queue.push({ errors: reason as readonly GraphQLError[] });
          queue.end();
        } else queue.fail(new Unreachable('the connection for subscriptions was lost'));
      },
      complete: () => {
        queue.end();
      },
    },
  );
  const abort = (): void => void queue.return();
  if (signal?.aborted === true) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return queue;
}

/** A client that never tries again by itself: only the subscription's own reader knows from where to go on. */
function connectLazily(url: string, secret: string | null): Client {
  let unanswered: NodeJS.Timeout | undefined;
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    lazy: true,
    lazyCloseTimeout: IDLE_MS,
    retryAttempts: 0,
    connectionParams: secret === null ? {} : { secret },
    keepAlive: PING_MS,
    connectionAckWaitTimeout: PING_MS,
    on: {
      ping: (received) => {
        if (received) return;
        clearTimeout(unanswered);
        unanswered = setTimeout(() => {
          client.terminate();
        }, PING_MS).unref();
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
      closed: () => {
        clearTimeout(unanswered);
      },
    },
  });
  return client;
}
