import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { preferredLocale } from '../locale.ts';
import { listAssets, readFrame } from './assets.ts';
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
export function servePage({ endpoint = '/graphql', region, examples = examplesFor(region) }: PageOptions): (request: IncomingMessage, response: ServerResponse) => boolean {
  const frame = readFrame();
  const assets = listAssets();
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://hub');
    if (pathname === '/' || (pathname === endpoint && wantsPage(request) && !searchParams.has('query'))) {
      const locale = preferredLocale(request.headers['accept-language']);
      const headers = { 'content-security-policy': PAGE_POLICY, 'referrer-policy': 'no-referrer', 'content-language': locale, vary: 'accept, accept-language' };
      send(response, 'text/html; charset=utf-8', headers).end(request.method === 'HEAD' ? '' : pageDocument(frame, locale));
      return true;
    }
    if (!pathname.startsWith(PAGE_FOLDER)) return false;
    const path = pathname.slice(PAGE_FOLDER.length);
    const asset = assets.get(path);
    if (path === START_SCRIPT) {
      const locale = searchParams.get('locale') === 'en' ? 'en' : 'zh';
      send(response, 'text/javascript; charset=utf-8').end(startScript(endpoint, examples, locale));
    } else if (asset === undefined) response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Expected a file of the query page.\n');
    else pipeline(createReadStream(asset.file), send(response, asset.type, { 'cache-control': 'public, max-age=3600' }), () => undefined);
    return true;
  };
}

/** A browser that opens the address asks for HTML first; a GraphQL client asks for JSON, or for anything. */
function wantsPage(request: IncomingMessage): boolean {
  return /(?:^|,)\s*text\/html\s*(?:;|,|$)/i.test(request.headers.accept ?? '');
}

function send(response: ServerResponse, type: string, headers: Readonly<Record<string, string>> = {}): ServerResponse {
  return response.writeHead(200, { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', ...headers, 'content-type': type });
}
