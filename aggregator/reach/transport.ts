import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Agent, type Dispatcher } from 'undici';
import type { County } from '../county.ts';
import { checkLiteralAddress, guardedLookup } from './address.ts';
import type { ReachBounds, ReachOptions } from './bounds.ts';
import { failureOf } from './failure.ts';
import { ReachProblem } from './problem.ts';

/** One request. */
export interface Asking {
  /** Behind the endpoint, with its query. */
  readonly path: string;
  readonly accept: string;
  /** Sent as JSON by POST; left out for GET. */
  readonly body?: object;
}

/** An answer whose body is still to be read, or to be thrown away. */
export interface Answer {
  readonly status: number;
  /** The first value of a header, by its name in lower case. */
  header(name: string): string | null;
  /** Unpacked. */
  readonly body: Readable;
}

/** How one county hub is asked over HTTP. */
export interface Transport {
  readonly county: County;
  readonly bounds: ReachBounds;
  /**
   * Redirects are not followed, and certificates always checked.
   *
   * @throws ReachProblem when there is no answer
   */
  ask(asking: Asking): Promise<Answer>;
  close(): Promise<void>;
}

/** A snapshot and a price list may be read at the same time as a page. */
const CONNECTIONS = 4;

export function openTransport(county: County, bounds: ReachBounds, { lookup }: ReachOptions): Transport {
  const resolve = county.allowPrivate ? lookup : guardedLookup(lookup);
  const agent = new Agent({
    connections: CONNECTIONS,
    headersTimeout: bounds.headersMs,
    bodyTimeout: bounds.stallMs,
    connect: {
      timeout: bounds.connectMs,
      rejectUnauthorized: true,
      ...(resolve !== undefined && { lookup: resolve }),
    },
  });
  const send = async (asking: Asking): Promise<Answer> => {
    if (!county.allowPrivate) checkLiteralAddress(county.endpoint);
    const request = requestOf(county, asking);
    const answer = await agent.request(request).catch((error: unknown) => {
      throw failureOf(error, `${county.endpoint}${pathOf(asking)}`);
    });
    return unpacked(answer);
  };
  return {
    county,
    bounds,
    ask: (asking) =>
      send(asking).catch((error: unknown) => {
        // A connection that was kept open may be closed just when it is used again; all requests only read.
        if (error instanceof ReachProblem && error.code === 'BROKEN') return send(asking);
        throw error;
      }),
    close: () => agent.destroy(),
  };
}

/** A path without its query, for messages. */
export function pathOf({ path }: Pick<Asking, 'path'>): string {
  return path.replace(/\?.*$/s, '');
}

function requestOf(county: County, { path, accept, body }: Asking): Dispatcher.RequestOptions {
  const { origin, pathname } = new URL(county.endpoint);
  return {
    origin,
    path: `${pathname.replace(/\/$/, '')}${path}`,
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...{ accept, 'accept-encoding': 'gzip', 'user-agent': 'disclosure-hub-aggregator' },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...county.authorization(),
    },
    body: body === undefined ? null : JSON.stringify(body),
  };
}

function unpacked({ statusCode, headers, body }: Dispatcher.ResponseData): Answer {
  const header = (name: string): string | null => [headers[name]].flat()[0] ?? null;
  // What is thrown away unread ends with an error of its own.
  body.on('error', () => undefined);
  const isZipped = /^\s*(?:x-)?gzip\s*$/i.test(header('content-encoding') ?? '');
  const plain = isZipped ? pipeline(body, createGunzip(), () => undefined) : body;
  return { status: statusCode, header, body: plain };
}
