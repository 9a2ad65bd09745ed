import type { IncomingMessage } from 'node:http';
import { Fault } from '../../core/fault.ts';
import { badRequest, Rejection } from './rejection.ts';

/** What a GraphQL request asks. */
export interface Parameters {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Reads the parameters of a request: from its URL by GET, from its JSON body by POST.
 *
 * @param bodyBytes - the largest body that is taken
 * @throws Rejection telling what was expected
 */
export async function readParameters(request: IncomingMessage, bodyBytes: number): Promise<Parameters> {
  const given =
    request.method === 'GET' ? fromUrl(request.url ?? '/') : parseJson(await readBody(request, bodyBytes), 'the body');
  if (!isRecord(given)) throw badRequest('Expected the body to be a JSON object.');
  const { query, operationName, variables, extensions } = given as Readonly<
    Record<string, unknown> & { query?: unknown; operationName?: unknown; variables?: unknown; extensions?: unknown }
  >;
  if (typeof query !== 'string' || query === '')
    throw badRequest('Expected "query" to be the text of a GraphQL document.');
  if (operationName != null && typeof operationName !== 'string')
    throw badRequest('Expected "operationName" to be a text.');
  if (variables != null && !isRecord(variables)) throw badRequest('Expected "variables" to be an object.');
  if (extensions != null && !isRecord(extensions)) throw badRequest('Expected "extensions" to be an object.');
  return { query, operationName: operationName ?? null, variables: variables ?? undefined };
}

function fromUrl(url: string): Readonly<Record<string, unknown>> {
  const { searchParams } = new URL(url, 'http://hub');
  const json = (name: string): unknown => {
    const text = searchParams.get(name);
    return text === null || text === '' ? null : parseJson(text, `"${name}"`);
  };
  return {
    query: searchParams.get('query'),
    operationName: searchParams.get('operationName') === '' ? null : searchParams.get('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  };
}

async function readBody(request: IncomingMessage, bodyBytes: number): Promise<string> {
  const type = request.headers['content-type'] ?? 'none';
  if (!/^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)) {
    throw new Rejection(
      415,
      new Fault('BAD_REQUEST', `Expected the content type application/json in UTF-8, got ${type}.`),
    );
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyBytes) throw tooLarge(bodyBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** The connection is closed after the answer, because the rest of the body stays unread. */
function tooLarge(maximum: number): Rejection {
  const message = `Expected a body of at most ${String(maximum)} bytes (bodyBytes), got more.`;
  return new Rejection(413, new Fault('LIMIT_EXCEEDED', message, { limit: 'bodyBytes', maximum }), {
    connection: 'close',
  });
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`Expected ${name} to be JSON.`);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
