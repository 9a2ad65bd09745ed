import type { IncomingMessage, ServerResponse } from 'node:http';

const ALLOWED_HEADERS = 'accept, accept-language, authorization, content-disposition, content-type, last-event-id';

/**
 * Tells browsers whether a page of another origin may read the answer, and answers the question they ask beforehand.
 *
 * @returns true when the request was that question, and has been answered
 */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  origins: '*' | readonly string[],
): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  if (origins !== '*') response.setHeader('vary', 'origin');
  if (origins === '*' || origins.includes(origin)) {
    response.setHeader('access-control-allow-origin', origins === '*' ? '*' : origin);
  }
  response.setHeader('access-control-expose-headers', 'content-disposition');
  const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (!isPreflight) return false;
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
  response.setHeader('access-control-max-age', '86400');
  response.writeHead(204).end();
  return true;
}
