import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { County } from '../county.ts';
import { checkLiteralAddress, guardedLookup } from './address.ts';
import type { ReachBounds } from './bounds.ts';
import { failureOf } from './failure.ts';
import { GRAPHQL_PATH } from './graphql.ts';
import { ReachProblem } from './problem.ts';
import { shownText } from './shown.ts';

export interface SocketOptions {
  readonly county: County;
  readonly bounds: ReachBounds;
  readonly lookup?: LookupFunction | undefined;
}

/** Events name a cursor and nothing more. */
const MOST_MESSAGE_BYTES = 1_048_576;
/** The code of the protocol for a token that is not taken. */
const FORBIDDEN = 4403;
const UNAUTHORIZED = 4401;

/**
 * Opens a WebSocket to a county's hub, which is over when it breaks, or when nothing comes for too long: no ping, no pong,
 * no message. Redirects are not followed, and certificates always checked.
 *
 * @param over - told once or more often, why
 * @throws ReachProblem FORBIDDEN_ADDRESS
 */
export function openSocket(
  { county, bounds, lookup }: SocketOptions,
  over: (problem: ReachProblem) => void,
): WebSocket {
  if (!county.allowPrivate) checkLiteralAddress(county.endpoint);
  const resolve = county.allowPrivate ? lookup : guardedLookup(lookup);
  const where = `${county.endpoint}${GRAPHQL_PATH}`;
  const socket = new WebSocket(where.replace(/^http/, 'ws'), GRAPHQL_TRANSPORT_WS_PROTOCOL, {
    headers: { ...county.authorization(), 'user-agent': 'disclosure-hub-aggregator' },
    handshakeTimeout: bounds.connectMs,
    maxPayload: MOST_MESSAGE_BYTES,
    followRedirects: false,
    perMessageDeflate: false,
    rejectUnauthorized: true,
    ...(resolve !== undefined && { lookup: resolve }),
  });
  const stop = watchSilence(socket, bounds.silenceMs, () => {
    over(new ReachProblem('STALLED', `${where}: nothing came for ${bounds.silenceMs} ms.`));
  });
  socket.on('error', (error) => {
    over(socketFailure(error, where));
  });
  socket.on('unexpected-response', (_request, response) => {
    over(refusedUpgrade(response, where));
    socket.terminate();
  });
  socket.on('close', (code, reason) => {
    stop();
    over(closed(code, shownText(reason.toString(), county), where));
  });
  return socket;
}

/** Pings three times within the time after which a silent peer is given up. */
function watchSilence(socket: WebSocket, silenceMs: number, gaveUp: () => void): () => void {
  let heard = performance.now();
  const hear = (): void => {
    heard = performance.now();
  };
  for (const sign of ['open', 'ping', 'pong', 'message'] as const) socket.on(sign, hear);
  const timer = setInterval(() => {
    if (performance.now() - heard > silenceMs) {
      gaveUp();
      socket.terminate();
    } else if (socket.readyState === socket.OPEN) socket.ping();
  }, silenceMs / 3);
  return () => {
    clearInterval(timer);
  };
}

function socketFailure(error: Error, where: string): ReachProblem {
  // What breaks the protocol of WebSockets has a code of the library's own.
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('WS_ERR_')) return new ReachProblem('NOT_A_HUB', `${where}: no WebSocket of a hub (${code}).`);
  if (code === '' && !(error instanceof ReachProblem)) {
    return new ReachProblem('UNREACHABLE', `${where}: no WebSocket was opened.`);
  }
  return failureOf(error, where);
}

function refusedUpgrade({ statusCode = 0 }: IncomingMessage, where: string): ReachProblem {
  const details = { status: statusCode };
  if (statusCode === 401 || statusCode === 403) {
    return new ReachProblem(
      'REFUSED',
      `${where}: the token is not taken, or one is wanted (status ${statusCode}).`,
      details,
    );
  }
  if (statusCode === 429 || statusCode === 503) {
    return new ReachProblem('BUSY', `${where}: the hub has no time now (status ${statusCode}).`, details);
  }
  return new ReachProblem('NOT_A_HUB', `${where}: expected a WebSocket, got status ${statusCode}.`, details);
}

function closed(code: number, reason: string, where: string): ReachProblem {
  if (code === FORBIDDEN || code === UNAUTHORIZED) {
    return new ReachProblem('REFUSED', `${where}: the hub does not take the token: ${reason}.`);
  }
  return new ReachProblem('BROKEN', `${where}: the connection was closed (${code}): ${reason}.`);
}
