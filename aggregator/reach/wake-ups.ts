import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { pulled } from '../../feed/pulled.ts';
import type { County } from '../counties.ts';
import { publicLookup, requirePublicHost } from './address.ts';
import { ReachProblem, shown } from './reach-problem.ts';
import { problemIn, problemOf } from './requests.ts';

const CHANGED = `subscription($after: Cursor, $filter: ChangeFilter) { changed(after: $after, filter: $filter) { id } }`;

/** The longest message, in bytes: what is asked for is small. */
const MESSAGE_BYTES = 1_048_576;

/**
 * Tells that entries came: once for any number of them, and until the signal or the connection ends it. What came is read
 * page by page, so nothing is lost when this breaks.
 *
 * @param pingMs - between two pings, and as long for the answer
 * @throws ReachProblem when the connection breaks, or what answers is no hub
 */
export function wakeUpsOf(
  county: County,
  variables: Readonly<Record<string, unknown>>,
  { signal, pingMs }: { readonly signal: AbortSignal; readonly pingMs: number },
): AsyncIterableIterator<true, undefined> {
  const bell = new Bell();
  const client = clientFor(county, pingMs);
  const leave = client.subscribe(
    { query: CHANGED, variables: { ...variables } },
    {
      next: ({ errors }) => {
        if (errors === undefined) bell.ring();
        else bell.end(problemIn(errors));
      },
      error: (reason) => {
        bell.end(Array.isArray(reason) ? problemIn(reason) : lost(reason));
      },
      complete: () => {
        bell.end(new ReachProblem('UNREACHABLE', 'It ended the subscription.'));
      },
    },
  );
  const stop = (): void => {
    bell.end(null);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  return pulled({
    take: () => bell.rung(),
    close: () => {
      signal.removeEventListener('abort', stop);
      stop();
      leave();
      void client.dispose();
    },
  });
}

/** Rings once for any number of events until it is heard; one listener at a time. */
class Bell {
  #isRung = false;
  #end: { readonly problem: ReachProblem | null } | null = null;
  #tell = (): void => undefined;

  ring(): void {
    this.#isRung = true;
    this.#tell();
  }

  /** Only how it ended first counts. */
  end(problem: ReachProblem | null): void {
    this.#end ??= { problem };
    this.#tell();
  }

  /** True once it has rung; null once it ended well. */
  async rung(): Promise<true | null> {
    while (!this.#isRung && this.#end === null) await new Promise<void>((resolve) => (this.#tell = resolve));
    if (this.#end?.problem != null) throw this.#end.problem;
    if (this.#end !== null) return null;
    this.#isRung = false;
    return true;
  }
}

function clientFor(county: County, pingMs: number) {
  const url = new URL(county.endpoint);
  if (!county.allowPrivate) requirePublicHost(url);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const lookup = county.allowPrivate ? {} : { lookup: publicLookup };
  class GuardedSocket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      const handshakeTimeout = pingMs;
      super(address, protocols, { ...lookup, handshakeTimeout, maxPayload: MESSAGE_BYTES, headers: county.headers() });
    }
  }
  let pong: NodeJS.Timeout | undefined;
  const client = createClient({
    url: url.href,
    webSocketImpl: GuardedSocket,
    connectionParams: county.headers(),
    connectionAckWaitTimeout: pingMs,
    keepAlive: pingMs,
    lazy: true,
    retryAttempts: 0,
    on: {
      ping: (received) => {
        if (!received)
          pong = setTimeout(() => {
            client.terminate();
          }, pingMs).unref();
      },
      pong: (received) => {
        if (received) clearTimeout(pong);
      },
      closed: () => {
        clearTimeout(pong);
      },
    },
  });
  return client;
}

function lost(reason: unknown): ReachProblem {
  if (reason instanceof Error) return problemOf(reason);
  const { code, reason: told } = (reason ?? {}) as { code?: number; reason?: string };
  const why = `The live connection ended: ${String(code ?? 0)} ${shown(told ?? '')}.`;
  return new ReachProblem(code === 4401 || code === 4403 ? 'REFUSED' : 'UNREACHABLE', why);
}
