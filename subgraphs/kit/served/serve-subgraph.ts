import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Context } from '../context.ts';
import type { RunningSubgraph, Subgraph } from '../subgraph.ts';
import { answerHttp } from './answer-http.ts';
import type { GatewayTrust } from './gateway-scope.ts';
import { maskErrors } from './mask-errors.ts';
import { attachWebSocket } from './websocket.ts';

/** Where and for whom one subgraph listens. */
export interface ServeOptions {
  /** Lets the server listen, and gives its address. */
  readonly listen: (server: Server) => Promise<string>;
  readonly trust: GatewayTrust;
}

/** A subgraph that listens. */
export interface ServedSubgraph {
  /** Where queries, mutations and subscriptions go. */
  readonly url: string;
  /** Stops taking requests, lets those under way end, and ends subscriptions. */
  close(): Promise<void>;
}

/**
 * Serves one subgraph over HTTP, by `@apollo/server`, and over WebSocket (`graphql-transport-ws`), both on `/graphql`,
 * and its routes for files; `/health` answers while the process lives.
 */
export async function serveSubgraph(
  { schema, routes }: Subgraph,
  running: RunningSubgraph,
  { listen, trust }: ServeOptions,
): Promise<ServedSubgraph> {
  // The gateway in front cuts off what stands still.
  const http = createServer({ requestTimeout: 0 });
  const sockets = attachWebSocket(http, schema, running, trust);
  const apollo = new ApolloServer<Context<unknown>>({
    schema,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    plugins: [
      maskErrors,
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http }),
      { serverWillStart: () => Promise.resolve({ drainServer: () => sockets.close() }) },
    ],
  });
  await apollo.start();
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answerHttp(apollo, { running, routes }, trust, { request, response });
  });
  try {
    return { url: `${await listen(http)}/graphql`, close: () => apollo.stop() };
  } catch (error) {
    await apollo.stop();
    throw error;
  }
}
