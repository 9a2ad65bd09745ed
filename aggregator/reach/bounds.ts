import type { LookupFunction } from 'node:net';

/** How long a county hub may take, and how much it may send. */
export interface ReachBounds {
  /** Until there is a connection, in milliseconds. */
  readonly connectMs: number;
  /** Until the answer begins, in milliseconds. */
  readonly headersMs: number;
  /** Between two bytes of an answer, in milliseconds. */
  readonly stallMs: number;
  /** So long may be waited for bytes in all, in milliseconds, before an answer has to come by {@link leastBytesPerSecond}. */
  readonly patienceMs: number;
  readonly leastBytesPerSecond: number;
  /** Without a ping, a pong or a message on a WebSocket, in milliseconds. */
  readonly silenceMs: number;
  /** Before a file that broke off is asked for again, in milliseconds; doubled with each try that brought nothing. */
  readonly pauseMs: number;
  /** How often in a row a file is asked for again that brings nothing new. */
  readonly mostTries: number;
  /** Unpacked. */
  readonly mostAnswerBytes: number;
  /** Unpacked. A payload of 1 MiB of characters takes up to 3 MiB as UTF-8. */
  readonly mostLineBytes: number;
}

export const BOUNDS: ReachBounds = {
  connectMs: 10_000,
  headersMs: 45_000,
  stallMs: 15_000,
  patienceMs: 60_000,
  leastBytesPerSecond: 1_024,
  silenceMs: 30_000,
  pauseMs: 500,
  mostTries: 3,
  mostAnswerBytes: 64 * 1_048_576,
  mostLineBytes: 4 * 1_048_576,
};

/** What may be set when a county is reached. */
export interface ReachOptions extends Partial<ReachBounds> {
  /** Asks the name service; that of the system when left out. */
  readonly lookup?: LookupFunction;
}
