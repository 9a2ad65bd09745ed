import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener } from 'node:http';
import { systemClock } from '../core/clock.ts';
import { compareCursors } from '../feed/cursor.ts';
import { reasonOf, StartupProblem } from '../prisma/storage/startup-problem.ts';
import type { Edge } from './edge.ts';
import { createGateway, type Gateway } from './execution/gateway.ts';
import { overHttp } from './execution/over-http.ts';
import { reportUnexpected } from './execution/unexpected.ts';
import { serveHttp } from './http.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { listen } from './listen.ts';
import { preferredLocale } from './locale.ts';
import { serveEvents, wantsEvents } from './sse.ts';
import { subgraphUrls } from './subgraph-urls.ts';
import { createStoppableServer } from './stoppable-server.ts';
import { openSubscriptions } from './subscriptions/subscriptions.ts';
import { attachWebSockets } from './websocket.ts';

/** A supergraph to serve, and where. */
export interface SupergraphOptions {
  /** A federation-2 supergraph whose `join__Graph` says where its subgraphs are. */
  readonly file: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** The page sizes and costs of other people's schemas are theirs to bound. */
const LIMITS = { ...DEFAULT_LIMITS, pageSize: Number.MAX_SAFE_INTEGER, cost: Number.MAX_SAFE_INTEGER };
const BODY_BYTES = 1_000_000;

/**
 * Serves any supergraph as the hub serves its own, without signing in: everyone is the public.
 *
 * @throws StartupProblem in words for people
 */
export async function serveSupergraph({ file, host, port }: SupergraphOptions) {
  const supergraphSdl = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartupProblem(`Can not read the supergraph ${file}: ${reasonOf(error)}`);
  });
  const { gateway, close } = openSupergraph(file, supergraphSdl);
  const subscriptions = openSubscriptions(gateway, { compareCursors, clock: systemClock });
  const edge: Edge = { gateway: () => gateway, subscriptions, identify, clock: systemClock, report: reportUnexpected };
  const stoppable = createStoppableServer(routes(edge));
  const sockets = attachWebSockets(stoppable.server, {
    ...edge,
    subscriptionsPerConnection: 1_000,
    messageBytes: BODY_BYTES,
  });
  const url = await listen(stoppable.server, host, port);
  return {
    url,
    close: async (reason: string, graceMs: number): Promise<void> => {
      stoppable.refuseMore();
      subscriptions.close(reason);
      await sockets.close(reason, graceMs);
      await stoppable.stop(graceMs);
      await close();
    },
  };
}

function openSupergraph(file: string, supergraphSdl: string): { gateway: Gateway; close: () => Promise<void> } {
  try {
    const timeoutMs = LIMITS.requestMs;
    const reached = [...subgraphUrls(supergraphSdl)].map(
      ([name, url]) => [name, overHttp({ url, timeoutMs })] as const,
    );
    if (reached.length === 0) throw new Error('none of its subgraphs has a URL');
    const executors = Object.fromEntries(reached.map(([name, { execute }]) => [name, execute]));
    const close = async (): Promise<void> => {
      await Promise.all(reached.map(([, subgraph]) => subgraph.close()));
    };
    return { gateway: createGateway({ supergraphSdl, executors, limits: LIMITS }), close };
  } catch (error) {
    throw new StartupProblem(
      `${file}: expected a federation-2 supergraph with the URLs of its subgraphs: ${reasonOf(error)}`,
    );
  }
}

function routes(edge: Edge): RequestListener {
  const events = serveEvents({ ...edge, bodyBytes: BODY_BYTES });
  const single = serveHttp({ ...edge, bodyBytes: BODY_BYTES, requestMs: LIMITS.requestMs });
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    if (pathname === '/graphql') void (wantsEvents(request) ? events : single)(request, response);
    else response.writeHead(pathname === '/health' ? 200 : 404).end();
  };
}

function identify(request: IncomingMessage): ReturnType<Edge['identify']> {
  const locale = preferredLocale(request.headers['accept-language']);
  return Promise.resolve({ viewer: null, locale, requestId: randomUUID() });
}
