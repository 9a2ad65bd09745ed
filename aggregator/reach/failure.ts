import { errors } from 'undici';
import { ReachProblem, type ReachCode } from './problem.ts';

/** What the libraries call the ways in which a connection fails. */
const CODES: Readonly<Record<string, readonly [ReachCode, string]>> = {
  UND_ERR_CONNECT_TIMEOUT: ['UNREACHABLE', 'no connection was made in time'],
  UND_ERR_HEADERS_TIMEOUT: ['STALLED', 'no answer began in time'],
  UND_ERR_BODY_TIMEOUT: ['STALLED', 'the answer stopped coming'],
  UND_ERR_HEADERS_OVERFLOW: ['NOT_A_HUB', 'the headers of the answer are too long'],
  UND_ERR_SOCKET: ['BROKEN', 'the connection ended before the answer'],
  UND_ERR_ABORTED: ['CLOSED', 'the request was given up here'],
  UND_ERR_CLOSED: ['CLOSED', 'the hub is no longer asked'],
  UND_ERR_DESTROYED: ['CLOSED', 'the hub is no longer asked'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['BROKEN', 'the answer is not as long as it says'],
  ECONNRESET: ['BROKEN', 'the connection was reset'],
  EPIPE: ['BROKEN', 'the connection ended before the answer'],
  ERR_STREAM_PREMATURE_CLOSE: ['BROKEN', 'the answer ended before its end'],
};

const NO_HTTP = ['NOT_A_HUB', 'what answers does not speak HTTP'] as const;

/** A failure of the connection as a {@link ReachProblem}; of the error nothing but its code is taken over. */
export function failureOf(error: unknown, where: string): ReachProblem {
  if (error instanceof ReachProblem) return error;
  const code = codeOf(error);
  const isNoHttp = error instanceof errors.HTTPParserError;
  const [reach, words] = isNoHttp ? NO_HTTP : (CODES[code] ?? otherwise(code));
  return new ReachProblem(reach, `${where}: ${words}.`, { reason: code });
}

function otherwise(code: string): readonly [ReachCode, string] {
  if (code.startsWith('Z_')) return ['BROKEN', `the answer can not be unpacked (${code})`];
  return ['UNREACHABLE', `no connection (${code})`];
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'UNKNOWN';
}
