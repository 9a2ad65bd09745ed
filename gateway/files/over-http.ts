import { Readable } from 'node:stream';
import { Pool } from 'undici';
import { Fault } from '../../core/fault.ts';
import type { RouteAnswer, RouteRequest } from '../../subgraphs/index.ts';
import { scopeHeaders } from '../execution/forwarded-scope.ts';

interface RoutesOverHttpOptions {
  /** Where the subgraph answers GraphQL; its routes stand beside. */
  readonly url: string;
  readonly secret: string | null;
  /** Milliseconds until a subgraph that says nothing, once it has all of the request, is given up. */
  readonly timeoutMs: number;
}

/** What of a request's headers the subgraph needs, and what of its answer's the client. */
const FORWARDED = ['accept', 'accept-encoding', 'content-type', 'content-disposition'];
const RETURNED = [
  ...['content-type', 'content-disposition', 'content-encoding', 'content-language', 'content-length'],
  ...['cache-control', 'www-authenticate', 'etag', 'trailer', 'vary'],
];
/** Reading and taking a file of a gigabyte takes minutes, during which nothing is said. */
const LEAST_TIMEOUT_MS = 1_800_000;
const CONNECTIONS = 16;

/** Reaches the routes of a subgraph on its own: bodies pass through in both directions and are not gathered here. */
export function routesOverHttp({ url, secret, timeoutMs }: RoutesOverHttpOptions) {
  const patience = Math.max(timeoutMs, LEAST_TIMEOUT_MS);
  const pool = new Pool(new URL(url).origin, {
    connections: CONNECTIONS,
    headersTimeout: patience,
    bodyTimeout: patience,
    connect: { timeout: Math.min(timeoutMs, 5_000) },
  });
  const call = async ({ method, path, query, headers, body, scope, signal }: RouteRequest): Promise<RouteAnswer> => {
    const told = Object.fromEntries(
      FORWARDED.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
    );
    try {
      const answer = await pool.request({
        ...{ method, path: `${path}?${query.toString()}`, signal },
        headers: { ...told, ...scopeHeaders(scope, secret) },
        body: method === 'POST' ? Readable.from(body) : null,
      });
      const { body: answered, trailers } = answer;
      return {
        ...{ status: answer.statusCode, headers: returned(answer.headers), body: answered },
        trailers: () => trailers,
      };
    } catch (error) {
      if (error instanceof Fault) throw error;
      throw new Fault('SUBGRAPH_UNAVAILABLE', 'The subgraph that takes and gives these files did not answer.');
    }
  };
  return { call, close: () => pool.close() };
}

function returned(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    RETURNED.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
