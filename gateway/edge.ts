import type { IncomingMessage } from 'node:http';
import type { Clock } from '../core/clock.ts';
import type { RequestScope } from '../core/viewer.ts';
import type { Gateway } from './execution/contract.ts';
import type { Subscriptions } from './subscriptions/subscriptions.ts';

/** What WebSocket and SSE are put on. */
export interface Edge {
  /** The present gateway; asked for each operation, since a new schema brings a new one. */
  readonly gateway: () => Gateway;
  readonly subscriptions: Subscriptions;
  /**
   * Who asks, in which language.
   *
   * @param connectionParams - the payload that opened a WebSocket; its `authorization` comes before the header's
   * @throws Fault UNAUTHENTICATED
   */
  readonly identify: (
    request: IncomingMessage,
    connectionParams?: Readonly<Record<string, unknown>>,
  ) => Promise<RequestScope>;
  readonly clock: Clock;
  /** Takes what nobody expected, to log it; with the id that the client was told, if any. */
  readonly report: (error: unknown, id?: string) => void;
}
