import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import type { RequestScope } from '../core/viewer.ts';
import { compareCursors } from '../feed/cursor.ts';
import { readOrCreateSecret } from '../prisma/storage/data-folder.ts';
import { PACKAGE_ROOT } from '../prisma/storage/package-root.ts';
import { customScalars } from '../subgraphs/index.ts';
import { createAuthenticator } from './auth.ts';
import type { Config } from './config.ts';
import type { Edge } from './edge.ts';
import { createGateway } from './execution/gateway.ts';
import { reportUnexpected } from './execution/unexpected.ts';
import { openHub } from './hub.ts';
import { listen } from './listen.ts';
import { preferredLocale } from './locale.ts';
import { routes } from './routes.ts';
import { TOKEN_KEY } from './token-request.ts';
import { createStoppableServer } from './stoppable-server.ts';
import { openSubscriptions } from './subscriptions/subscriptions.ts';
import { attachWebSockets } from './websocket.ts';

/** A server that listens. */
export interface Server {
  /** Where people open it. */
  readonly url: string;
  /** Ends subscriptions in order, lets requests under way end, then closes everything. */
  close(reason: string, graceMs: number): Promise<void>;
}

/**
 * Starts a hub: its subgraphs or the way to them, the gateway, and the server.
 *
 * @throws StartupProblem in words for people
 */
export async function startHub(config: Config, clock: Clock): Promise<Server> {
  const hub = await openHub(config, clock);
  try {
    const supergraphSdl = await readFile(join(PACKAGE_ROOT, 'schema', 'supergraph.graphql'), 'utf8');
    const { limits } = config;
    const gateway = createGateway({ supergraphSdl, executors: hub.executors, scalars: customScalars, limits });
    const subscriptions = openSubscriptions(gateway, { compareCursors, clock });
    const identify = await identifier(config, clock);
    const edge: Edge = { gateway: () => gateway, subscriptions, identify, clock, report: reportUnexpected };
    const stoppable = createStoppableServer(routes({ edge, config, hub }));
    const sockets = attachWebSockets(stoppable.server, {
      ...edge,
      subscriptionsPerConnection: limits.subscriptionsPerConnection,
      messageBytes: limits.bodyBytes,
    });
    const url = await listen(stoppable.server, config.host, config.port);
    return {
      url,
      close: async (reason, graceMs) => {
        stoppable.refuseMore();
        subscriptions.close(reason);
        await sockets.close(reason, graceMs);
        await stoppable.stop(graceMs);
        await hub.close();
      },
    };
  } catch (error) {
    await hub.close();
    throw error;
  }
}

async function identifier(config: Config, clock: Clock): Promise<Edge['identify']> {
  const { dataFolder, jwksUrl, jwtIssuer: issuer, jwtAudience: audience } = config;
  const secret = jwksUrl === null ? await readOrCreateSecret(dataFolder, TOKEN_KEY.file, TOKEN_KEY.bytes) : undefined;
  const authenticator = createAuthenticator({ secret, jwksUrl, issuer, audience, clock });
  return async (request: IncomingMessage, connectionParams): Promise<RequestScope> => ({
    viewer:
      (connectionParams === undefined ? null : await authenticator.authenticate(connectionParams)) ??
      (await authenticator.authenticate(request.headers.authorization)),
    locale: preferredLocale(request.headers['accept-language']),
    requestId: randomUUID(),
  });
}
