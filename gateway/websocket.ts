import type { IncomingMessage, Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CloseCode, handleProtocols, makeServer, type Server as Protocol } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Edge } from './edge.ts';
import { keepAlive } from './websocket/heartbeat.ts';
import { operationHooks } from './websocket/operations.ts';
import { Peer } from './websocket/peer.ts';

/** How WebSockets are served. */
export interface WebSocketOptions extends Edge {
  /** The only path that takes them; `/graphql` unless given. */
  readonly path?: string;
  /** Operations that one connection may have under way. */
  readonly subscriptionsPerConnection: number;
  /** The largest message, in bytes. */
  readonly messageBytes: number;
  /** How long a client may take to introduce itself, in milliseconds; 10 seconds unless given. */
  readonly introductionMs?: number;
  /** Between two pings, in milliseconds; 20 seconds unless given. A client that does not answer until the next is dropped. */
  readonly keepAliveMs?: number;
}

/** The WebSockets of a server. */
export interface WebSocketEdge {
  /** Clients that are connected. */
  readonly connections: number;
  /**
   * Takes no more clients, lets those that are connected have what is on its way to them, and closes each with 1001 (going away),
   * upon which clients connect elsewhere by themselves. Close the subscriptions first, so that their streams end.
   *
   * @param graceMs - after so many milliseconds what is still open is dropped
   */
  close(reason: string, graceMs: number): Promise<void>;
}

/**
 * Serves GraphQL over WebSocket (the protocol `graphql-transport-ws`) on an HTTP server: queries, mutations and subscriptions.
 * A token comes in the connection's payload, `{ "authorization": "Bearer …" }`, or in the header of that name.
 */
export function attachWebSockets(server: Server, options: WebSocketOptions): WebSocketEdge {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.messageBytes, handleProtocols });
  const protocol = makeServer<Record<string, unknown>, Peer>({
    connectionInitWaitTimeout: options.introductionMs ?? 10_000,
    ...operationHooks(options, options.subscriptionsPerConnection),
  });
  const peers = new Set<Peer>();
  let closing = false;
  server.on('upgrade', (request, socket, head) => {
    const refusal = refusalOf(request, options.path ?? '/graphql', closing);
    if (refusal !== null) socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    else
      sockets.handleUpgrade(request, socket, head, (opened) =>
        serve(protocol, peers, new Peer(opened, request), options),
      );
  });
  return {
    get connections() {
      return peers.size;
    },
    async close(reason, graceMs) {
      closing = true;
      await Promise.all([...peers].map((peer) => farewell(peer, reason, graceMs)));
    },
  };
}

function refusalOf(request: IncomingMessage, path: string, closing: boolean): string | null {
  if (closing) return '503 Service Unavailable';
  return new URL(request.url ?? '/', 'http://hub').pathname === path ? null : '404 Not Found';
}

function serve(
  protocol: Protocol<Peer>,
  peers: Set<Peer>,
  peer: Peer,
  { report, keepAliveMs = 20_000 }: WebSocketOptions,
): void {
  const { socket } = peer;
  peers.add(peer);
  const stop = keepAlive(socket, keepAliveMs);
  const failed = (error: unknown): void => {
    report(error);
    peer.close(CloseCode.InternalServerError, 'Internal server error');
  };
  const closed = protocol.opened(peer.forProtocol(failed), peer);
  // Only a client that breaks the protocol of WebSockets, or sends too much, gets here; the socket closes itself with the code for it.
  socket.on('error', () => undefined);
  socket.once('close', (code: number, reason: Buffer) => {
    stop();
    peers.delete(peer);
    peer.gone.abort();
    closed(code, reason.toString()).catch(report);
  });
}

/** Closes one client's socket in order, or ends it when that takes too long. */
async function farewell(peer: Peer, reason: string, graceMs: number): Promise<void> {
  const { socket } = peer;
  const closed = whenClosed(socket);
  const deadline = setTimeout(() => {
    socket.terminate();
  }, graceMs);
  await Promise.race([peer.idle(), closed]);
  // An answer that was found just now is handed to the socket before the next turn of the event loop.
  await nextTurn();
  peer.close(1001, reason);
  await closed;
  clearTimeout(deadline);
}

function whenClosed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) resolve();
    else
      socket.once('close', () => {
        resolve();
      });
  });
}
