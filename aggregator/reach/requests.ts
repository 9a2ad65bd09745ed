import { Agent, request, type Dispatcher } from 'undici';
import { z } from 'zod';
import type { County } from '../counties.ts';
import { publicLookup, requirePublicHost } from './address.ts';
import { ReachProblem, shown } from './reach-problem.ts';

/** What an answer may take. */
export interface ReachLimits {
  /** Until the connection stands, until an answer begins, and between two pieces of it; in milliseconds. */
  readonly stallMs: number;
  /** Of one answer in JSON, in bytes. */
  readonly answerBytes: number;
  /** Of one line of a file, in bytes. */
  readonly lineBytes: number;
}

export const REACH_LIMITS: ReachLimits = { stallMs: 15_000, answerBytes: 67_108_864, lineBytes: 2_097_152 };

/** Requests to one hub. */
export interface Requests {
  /** Asks its GraphQL interface; `data`, or what of its errors tells. */
  ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Gets a file, from its first byte. */
  get(path: string, type: string): Promise<AsyncIterable<Uint8Array>>;
  /** Gets a small file of JSON. */
  json(path: string): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Requests that follow no redirects, wait for nothing longer than the limits say, and keep no more than they say. TLS is
 * always verified.
 */
export function requestsTo(county: County, limits: ReachLimits): Requests {
  const { endpoint, allowPrivate } = county;
  const { stallMs } = limits;
  const agent = new Agent({
    connect: { timeout: stallMs, ...(allowPrivate ? {} : { lookup: publicLookup }) },
    headersTimeout: stallMs,
    bodyTimeout: stallMs,
    connections: 4,
  });
  const send = async (url: URL, type: string, body: string | null): Promise<AsyncIterable<Uint8Array>> => {
    if (!allowPrivate) requirePublicHost(url);
    const response = await request(url, {
      ...(body === null ? { method: 'GET' } : { method: 'POST', body }),
      dispatcher: agent,
      headers: { ...county.headers(), accept: type, ...(body !== null && { 'content-type': 'application/json' }) },
    }).catch((error: unknown) => {
      throw problemOf(error);
    });
    return answered(response, type, limits);
  };
  const whole = async (body: AsyncIterable<Uint8Array>): Promise<unknown> =>
    parsed(await textOf(body, limits.answerBytes));
  return {
    ask: async (query, variables) => {
      const type = 'application/graphql-response+json';
      return whole(await send(endpoint, type, JSON.stringify({ query, variables })));
    },
    get: async (path, type) => send(new URL(`.${path}`, endpoint), type, null),
    json: async (path) => whole(await send(new URL(`.${path}`, endpoint), 'application/json', null)),
    close: () => agent.destroy(),
  };
}

/** The body of an answer of the type that was asked for; of an answer that refuses in JSON too. */
async function answered(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  type: string,
  { answerBytes }: ReachLimits,
): Promise<AsyncIterable<Uint8Array>> {
  const got =
    String(headers['content-type'] ?? 'nothing')
      .split(';')[0]
      ?.trim() ?? '';
  const isJson = /^application\/(?:[\w.-]+\+)?json$/.test(got);
  if (statusCode === 200 && (got === type || (isJson && type.endsWith('json')))) return guarded(body);
  const text = await textOf(guarded(body), Math.min(answerBytes, 65_536)).catch(() => '');
  if (statusCode === 429 || statusCode === 503) throw new ReachProblem('BUSY', `It answered ${String(statusCode)}.`);
  if (isJson) throw refusalIn(text, statusCode);
  throw new ReachProblem(
    'NOT_A_HUB',
    `Expected ${type}; got ${String(statusCode)} with ${shown(got)}: ${shown(text)}.`,
  );
}

const ToldError = z.object({
  message: z.string().default(''),
  extensions: z.object({ code: z.string().default('') }).prefault({}),
});

/** What an answer with errors comes to. */
export function problemIn(errors: readonly unknown[]): ReachProblem {
  const read = ToldError.safeParse(errors[0]);
  const [code, told] = read.success ? [read.data.extensions.code, read.data.message] : ['', ''];
  const message = `It answered ${shown(code)}: ${shown(told)}.`;
  if (code === 'CURSOR_INVALID' || code === 'CURSOR_FOREIGN' || code === 'CURSOR_TRIMMED')
    return new ReachProblem(code, message);
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return new ReachProblem('REFUSED', message);
  return new ReachProblem(code === 'SHUTTING_DOWN' ? 'BUSY' : 'ANSWERED_ERROR', message);
}

function refusalIn(text: string, status: number): ReachProblem {
  try {
    const { errors } = JSON.parse(text) as { errors?: unknown };
    if (Array.isArray(errors) && errors.length > 0) return problemIn(errors);
  } catch {
    // Told below.
  }
  return new ReachProblem('NOT_A_HUB', `Expected the answer of a hub; got ${String(status)}: ${shown(text)}.`);
}

async function* guarded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* body;
  } catch (error) {
    throw problemOf(error);
  }
}

async function textOf(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > most) throw new ReachProblem('TOO_LARGE', `Expected at most ${String(most)} bytes; got more.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ReachProblem('NOT_A_HUB', `Expected JSON; got ${shown(text)}.`);
  }
}

/** What a failed connection comes to. */
export function problemOf(error: unknown): ReachProblem {
  if (error instanceof ReachProblem) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof ReachProblem) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new ReachProblem(/TIMEOUT/.test(code) ? 'STALLED' : 'UNREACHABLE', shown(message === '' ? code : message));
}
