import type { IncomingMessage, ServerResponse } from 'node:http';
import { Fault } from '../../core/fault.ts';
import type { RequestScope } from '../../core/viewer.ts';
import { faultAnswer, limitedBody, sendAnswer, type RouteAnswer } from '../../subgraphs/index.ts';
import { allowOrigin } from '../cors.ts';
import type { Edge } from '../edge.ts';
import type { HubRoute } from '../hub.ts';

interface FilesOptions extends Pick<Edge, 'identify' | 'report'> {
  readonly routes: readonly HubRoute[];
  readonly corsOrigins: '*' | readonly string[];
  /** Milliseconds in which something more of an upload must come. */
  readonly idleMs: number;
}

type Exchange = readonly [request: IncomingMessage, response: ServerResponse];

/**
 * Serves the places where the subgraphs take and give files.
 *
 * @returns handles one request, and tells whether it was for such a place
 */
export function serveFiles(options: FilesOptions) {
  return (pathname: string, request: IncomingMessage, response: ServerResponse): boolean => {
    const here = options.routes.filter(({ path }) => path === pathname);
    if (here.length === 0) return false;
    if (allowOrigin(request, response, options.corsOrigins)) return true;
    const route = here.find(({ method }) => method === request.method);
    const answering = route === undefined ? notAllowed(here, request) : answer(route, options, [request, response]);
    void answering.then((answered) => sendAnswer(request, response, answered));
    return true;
  };
}

function notAllowed(here: readonly HubRoute[], { method }: IncomingMessage): Promise<RouteAnswer> {
  const allow = here.map((route) => route.method).join(', ');
  const answered = faultAnswer(new Fault('BAD_REQUEST', `Expected ${allow}, got ${String(method)}.`));
  return Promise.resolve({ ...answered, status: 405, headers: { ...answered.headers, allow } });
}

async function answer(route: HubRoute, options: FilesOptions, [request, response]: Exchange): Promise<RouteAnswer> {
  const { method, path, maxBodyBytes } = route;
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  try {
    const scope: RequestScope = await options.identify(request);
    const body = limitedBody(request, { maxBytes: maxBodyBytes, idleMs: options.idleMs });
    return await route.call({
      ...{ method, path, scope, body, signal: gone.signal },
      query: new URL(request.url ?? '/', 'http://hub').searchParams,
      headers: headersOf(request),
    });
  } catch (error) {
    if (error instanceof Fault) return faultAnswer(error);
    options.report(error);
    return faultAnswer(new Fault('INTERNAL', 'Something unexpected happened; it is logged.'));
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
