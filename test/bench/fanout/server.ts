import { createServer } from 'node:http';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { systemClock } from '../../../core/clock.ts';
import { createGateway } from '../../../gateway/execution/gateway.ts';
import { openSubscriptions } from '../../../gateway/subscriptions/subscriptions.ts';
import { attachWebSockets } from '../../../gateway/websocket.ts';
import type { FromServer, ToServer } from './messages.ts';
import { SDL, Subgraphs } from './subgraphs.ts';

/** A process that runs a gateway over three subgraphs in memory, and publishes when it is told. */
const subgraphs = new Subgraphs();
const composed = composeServices(Object.entries(SDL).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) })));
if (composed.supergraphSdl === undefined)
  throw new Error(`Expected the subgraphs to compose: ${String(composed.errors)}`);
const gateway = createGateway({ supergraphSdl: composed.supergraphSdl, executors: subgraphs.executors });
const subscriptions = openSubscriptions(gateway, {
  compareCursors: (first, second) => Number(first) - Number(second),
  clock: systemClock,
});
const server = createServer();
attachWebSockets(server, {
  gateway: () => gateway,
  subscriptions,
  identify: () => Promise.resolve({ viewer: null, locale: 'zh', requestId: 'bench' }),
  clock: systemClock,
  report: console.error,
  subscriptionsPerConnection: 10,
  messageBytes: 100_000,
});
const tell = (message: FromServer): void => void process.send?.(message);
server.listen(0, '127.0.0.1', 4_096, () => {
  const address = server.address();
  tell({ kind: 'listening', port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('message', (message: ToServer) => {
  if (message.do === 'publish') subgraphs.publish();
  else
    tell({
      kind: 'counts',
      counts: subgraphs.snapshot(),
      rssMegabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
    });
});
