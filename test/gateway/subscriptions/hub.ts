import type { Bounds } from '../../../gateway/subscriptions/options.ts';
import {
  openSubscriptions,
  type DeliveryStream,
  type SubscriberArgs,
} from '../../../gateway/subscriptions/subscriptions.ts';
import { logGateway, prepareOn } from './log-gateway.ts';
import { compareCursors, LogSubgraph } from './log-subgraph.ts';
import { PUBLIC, streamOf, TestTime } from './readers.ts';

export const ENTRIES =
  'subscription ($after: Cursor, $region: String) { entries(after: $after, region: $region) { number } }';
export const TICKS = 'subscription { ticks { number text } }';

/** Subscriptions over a log in memory, and the ways to ask for one. */
export function start(bounds: Partial<Bounds> = {}) {
  const log = new LogSubgraph();
  const time = new TestTime();
  const gateway = logGateway(log);
  const subscriptions = openSubscriptions(gateway, { compareCursors, clock: time.clock, timer: time.timer, bounds });
  const ask = (text: string, args: Partial<SubscriberArgs> = {}): ReturnType<typeof subscriptions.subscribe> =>
    subscriptions.subscribe(prepareOn(gateway, text), { scope: PUBLIC, ...args });
  const open = async (text: string, args: Partial<SubscriberArgs> = {}): Promise<DeliveryStream> =>
    streamOf(await ask(text, args));
  return { log, time, gateway, subscriptions, ask, open };
}
