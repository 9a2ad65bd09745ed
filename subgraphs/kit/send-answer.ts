import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RouteAnswer } from './route.ts';

/** How long a client may go on sending what is not read any more before its connection is cut, in milliseconds. */
const DISCARD_MS = 10_000;

/** Writes what a route answered. What of the request was not read is thrown away, so that the client sees the answer. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body, trailers }: RouteAnswer,
): Promise<void> {
  if (!request.complete) discard(request);
  response.writeHead(status, headers);
  if (body instanceof Uint8Array) response.end(body);
  // A client that went away midway is no failure.
  else
    await pipeline(Readable.from(trailers === undefined ? body : trailed(body, response, trailers)), response).catch(
      () => undefined,
    );
}

async function* trailed(
  body: AsyncIterable<Uint8Array>,
  response: ServerResponse,
  trailers: NonNullable<RouteAnswer['trailers']>,
): AsyncGenerator<Uint8Array> {
  yield* body;
  response.addTrailers(trailers());
}

function discard(request: IncomingMessage): void {
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), DISCARD_MS).unref();
  request.once('close', () => {
    clearTimeout(timer);
  });
  request.resume();
}
