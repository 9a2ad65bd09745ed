import type { RequestListener, ServerResponse } from 'node:http';
import type { Config } from './config.ts';
import type { Edge } from './edge.ts';
import { allowOrigin } from './cors.ts';
import { serveHttp } from './http.ts';
import { serveFiles } from './files/files.ts';
import type { Hub } from './hub.ts';
import { servePage } from './page/page.ts';
import { serveEvents, wantsEvents } from './sse.ts';

interface RouteOptions {
  readonly edge: Edge;
  readonly config: Config;
  readonly hub: Hub;
}

/** What stands where: `/graphql` for requests, events and the query page, the subgraphs' routes for files, `/health` and `/ready` for those who watch over the hub. */
export function routes({ edge, config, hub }: RouteOptions): RequestListener {
  const { limits, corsOrigins } = config;
  const events = serveEvents({ ...edge, bodyBytes: limits.bodyBytes });
  const page = servePage({ region: config.hub });
  const graphql = serveHttp({ ...edge, bodyBytes: limits.bodyBytes, requestMs: limits.requestMs });
  const files = serveFiles({ ...edge, routes: hub.routes, corsOrigins, idleMs: limits.requestMs });
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    if (pathname === '/health') {
      text(response, 200, 'ok\n');
      return;
    }
    if (pathname === '/ready') return void ready(hub, response);
    if (files(pathname, request, response)) return;
    if (page(request, response)) return;
    if (pathname !== '/graphql') {
      text(response, 404, 'Expected /graphql, /health, /ready or / (the query page).\n');
      return;
    }
    if (allowOrigin(request, response, corsOrigins)) return;
    void (wantsEvents(request) ? events : graphql)(request, response);
  };
}

/** Ready means: a query over all subgraphs would be answered now. */
async function ready(hub: Hub, response: ServerResponse): Promise<void> {
  const missing = await hub.missing().catch(() => ['database']);
  if (missing.length === 0) text(response, 200, 'ready\n');
  else text(response, 503, `not ready: no answer from ${missing.join(', ')}\n`);
}

function text(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(body);
}
