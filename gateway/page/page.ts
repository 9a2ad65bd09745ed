import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { preferredLocale } from '../locale.ts';
import { listAssets, readFrame, type Asset } from './assets.ts';
import { PAGE_FOLDER, PAGE_POLICY, pageDocument, START_SCRIPT, startScript } from './document.ts';
import { examplesFor, type Example } from './examples.ts';

/** What the query page shows. */
export interface PageOptions {
  /** The path of GraphQL on the same host; `/graphql` unless given. */
  readonly endpoint?: string;
  /** The region that the examples ask about, by its GB/T 2260 code. */
  readonly region: string;
  /** The tabs it opens with, in place of those of the hub's own schema. */
  readonly examples?: readonly Example[];
}

/**
 * Serves the page on which people try queries and live subscriptions in a browser, in Chinese or English by `Accept-Language`.
 * It stands at `/` and at GraphQL's path for those who ask for HTML, its files below `/page/`; all of it comes from this host.
 *
 * @returns answers a request if it is for the page; false when it is not, and nothing was done
 */
export function servePage(options: PageOptions): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { endpoint = '/graphql', region, examples = examplesFor(region) } = options;
  const frame = readFrame();
  const assets = listAssets();
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://hub');
    if (pathname === '/' || (pathname === endpoint && wantsPage(request) && !searchParams.has('query'))) {
      sendDocument(request, response, frame);
    } else if (pathname === PAGE_FOLDER + START_SCRIPT) {
      const locale = searchParams.get('locale') === 'en' ? 'en' : 'zh';
      head(response, 'text/javascript; charset=utf-8').end(startScript(endpoint, examples, locale));
    } else if (pathname.startsWith(PAGE_FOLDER)) {
      sendAsset(response, assets.get(pathname.slice(PAGE_FOLDER.length)));
    } else return false;
    return true;
  };
}

function sendDocument(request: IncomingMessage, response: ServerResponse, frame: string): void {
  const locale = preferredLocale(request.headers['accept-language']);
  head(response, 'text/html; charset=utf-8', {
    'content-security-policy': PAGE_POLICY,
    'referrer-policy': 'no-referrer',
    'content-language': locale,
    vary: 'accept, accept-language',
  }).end(pageDocument(frame, locale));
}

function sendAsset(response: ServerResponse, asset: Asset | undefined): void {
  if (asset === undefined) {
    response
      .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      .end('Expected a file of the query page.\n');
    return;
  }
  // A reader that goes away in the middle is no failure.
  pipeline(
    createReadStream(asset.file),
    head(response, asset.type, { 'cache-control': 'public, max-age=3600' }),
    () => undefined,
  );
}

/** A browser that opens the address asks for HTML first; a GraphQL client asks for JSON, or for anything. */
function wantsPage(request: IncomingMessage): boolean {
  return /(?:^|,)\s*text\/html\s*(?:;|,|$)/i.test(request.headers.accept ?? '');
}

function head(response: ServerResponse, type: string, headers: Readonly<Record<string, string>> = {}): ServerResponse {
  return response.writeHead(200, {
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    ...headers,
    'content-type': type,
  });
}
