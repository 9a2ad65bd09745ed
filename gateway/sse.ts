import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { Fault } from '../core/fault.ts';
import type { Edge } from './edge.ts';
import { COMPLETED, EventStream } from './sse/event-stream.ts';
import { readParameters, type Parameters } from './sse/parameters.ts';
import { reject, Rejection } from './sse/rejection.ts';
import { isOutage, isShutdown, resultText } from './subscriptions/delivery.ts';
import type { DeliveryStream, SubscriberArgs } from './subscriptions/subscriptions.ts';

/** How server-sent events are served. */
export interface SseOptions extends Edge {
  /** The largest request body, in bytes. */
  readonly bodyBytes: number;
  /** Between two comments that keep a quiet connection alive, in milliseconds; 15 seconds unless given. */
  readonly keepAliveMs?: number;
  /** After how long a browser connects again, in milliseconds; 2 seconds unless given. */
  readonly retryMs?: number;
}

/** Whether a request asks for server-sent events. */
export function wantsEvents(request: Pick<IncomingMessage, 'headers'>): boolean {
  return /(?:^|,)\s*text\/event-stream\s*(?:;|,|$)/i.test(request.headers.accept ?? '');
}

/**
 * Serves GraphQL as server-sent events: to the clients of graphql-sse by POST or GET, and to a browser's bare `EventSource` by GET:
 *
 *     const events = new EventSource('/graphql?query=' + encodeURIComponent('subscription { … }'));
 *     events.addEventListener('next', ({ data, lastEventId }) => …);
 *     events.addEventListener('complete', () => events.close());
 *
 * When the connection breaks, the browser sends `Last-Event-ID` by itself and misses nothing; that header comes before an `after` in
 * the operation. A token is taken only in the header `Authorization`: a URL ends up in logs and histories, and public reads need none.
 *
 * @returns handles one request, and never rejects; headers that the response has already (CORS) are kept
 */
export function serveEvents(
  options: SseOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    try {
      await answer(options, request, response);
    } catch (error) {
      fail(options, response, error);
    }
  };
}

async function answer(options: SseOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'POST') throw notAllowed('GET, POST', 'Expected GET or POST');
  const lastEventId = lastEventIdOf(request);
  if (lastEventId === COMPLETED) {
    response.writeHead(204).end();
    return;
  }
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  const scope = await options.identify(request);
  const parameters = await readParameters(request, options.bodyBytes);
  const args = {
    variables: parameters.variables,
    scope,
    signal: gone.signal,
    ...(lastEventId === null ? {} : { after: lastEventId }),
  };
  const opened = await open(options, request.method, parameters, args);
  await send(opened, new EventStream(response, options.retryMs ?? 2_000), options.keepAliveMs ?? 15_000);
}

async function open(
  { gateway, subscriptions }: SseOptions,
  method: string,
  { query, operationName }: Parameters,
  args: SubscriberArgs,
): Promise<ExecutionResult | DeliveryStream> {
  const prepared = gateway().prepare(query, operationName);
  if ('errors' in prepared) return prepared;
  if (prepared.kind === 'subscription') return subscriptions.subscribe(prepared, args);
  if (prepared.kind === 'mutation' && method === 'GET') {
    throw notAllowed('POST', 'Expected a mutation to come by POST');
  }
  return gateway().execute(prepared, args);
}

async function send(opened: ExecutionResult | DeliveryStream, events: EventStream, keepAliveMs: number): Promise<void> {
  if (Symbol.asyncIterator in opened) await forward(opened, events, keepAliveMs);
  else if ('data' in opened) {
    await events.next(opened, () => resultText(opened), null);
    events.complete();
  } else await finish(events, opened.errors ?? []);
}

async function forward(deliveries: DeliveryStream, events: EventStream, keepAliveMs: number): Promise<void> {
  const timer = setInterval(() => {
    events.breathe();
  }, keepAliveMs);
  try {
    for await (const delivery of deliveries) {
      if (delivery.kind === 'mark') await events.mark(delivery.cursor);
      else if (delivery.kind === 'event')
        await events.next(delivery, () => resultText(delivery.result), delivery.cursor);
      else {
        await finish(events, delivery.errors);
        return;
      }
    }
    events.complete();
  } finally {
    clearInterval(timer);
  }
}

/** What can pass by itself only interrupts the stream, so that the reader comes back; anything else completes it. */
async function finish(events: EventStream, errors: readonly GraphQLError[]): Promise<void> {
  const passing = isShutdown(errors) || isOutage(errors);
  if (!isShutdown(errors)) await events.next(errors, () => JSON.stringify({ errors }), null);
  if (passing) events.interrupt();
  else events.complete();
}

function fail({ report }: SseOptions, response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    report(error);
    response.destroy();
  } else if (error instanceof Rejection) reject(response, error);
  else if (error instanceof Fault) reject(response, new Rejection(error.code === 'UNAUTHENTICATED' ? 401 : 400, error));
  else {
    const id = randomUUID();
    report(error, id);
    reject(
      response,
      new Rejection(500, new Fault('INTERNAL', `Something unexpected happened; it is logged as ${id}.`, { id })),
    );
  }
}

function lastEventIdOf(request: IncomingMessage): string | null {
  const header = request.headers['last-event-id'];
  return typeof header === 'string' && header !== '' ? header : null;
}

function notAllowed(allow: string, message: string): Rejection {
  return new Rejection(405, new Fault('BAD_REQUEST', `${message}.`), { allow });
}
