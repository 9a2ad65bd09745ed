import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '../../../core/fault.ts';
import type { Edge } from '../../../gateway/edge.ts';
import type { Bounds } from '../../../gateway/subscriptions/options.ts';
import { start } from './hub.ts';
import { scopeOf } from './readers.ts';

/** A hub over the log in memory, as WebSocket and SSE want it. The token `good` is an operator's, `short` one that soon ends, no other is taken. */
export function startEdge(bounds: Partial<Bounds> = {}) {
  const hub = start(bounds);
  const reports: unknown[] = [];
  const edge: Edge = {
    gateway: () => hub.gateway,
    subscriptions: hub.subscriptions,
    identify: (request, connectionParams) => {
      const authorization = connectionParams?.['authorization'] ?? request.headers.authorization ?? null;
      const requestId = 'test';
      if (authorization === null) return Promise.resolve({ viewer: null, locale: 'zh', requestId });
      if (authorization === 'Bearer good') return Promise.resolve({ ...scopeOf({}), requestId });
      if (authorization === 'Bearer short')
        return Promise.resolve({ ...scopeOf({ expiresAt: hub.time.seconds + 60 }), requestId });
      return Promise.reject(new Fault('UNAUTHENTICATED', 'Signing in failed: the token is malformed.'));
    },
    clock: hub.time.clock,
    report: (error) => reports.push(error),
  };
  return { ...hub, edge, reports };
}

/** A server on a free port of the loopback. */
export async function listen(
  handler?: RequestListener,
): Promise<{ server: Server; port: number; stop: () => Promise<void> }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { server, port, stop };
}
