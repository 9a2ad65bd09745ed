import type { Server } from 'node:http';
import { getOperationAST, OperationTypeNode, parse, validate, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { CloseCode, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Resume } from '../executor.ts';
import { subscribeAfresh, type SubscribeArgs } from '../subscribe.ts';
import type { RunningSubgraph } from '../subgraph.ts';
import { isGateway, publicScope, scopeOfExtensions, type GatewayTrust } from './gateway-scope.ts';

/** Serves subscriptions of one subgraph; one socket of the gateway carries those of many viewers. */
export function attachWebSocket(http: Server, schema: GraphQLSchema, running: RunningSubgraph, trust: GatewayTrust) {
  // Not bound to the server itself, whose errors (a port in use) are for whoever lets it listen.
  const sockets = new WebSocketServer({ noServer: true, path: '/graphql' });
  http.on('upgrade', (request, socket, head) => {
    if (!sockets.shouldHandle(request)) socket.destroy();
    else
      sockets.handleUpgrade(request, socket, head, (opened) => {
        sockets.emit('connection', opened, request);
      });
  });
  const server = useServer<{ secret?: string }, { fromGateway?: boolean }>(
    {
      onConnect: (connection) => {
        try {
          connection.extra.fromGateway = isGateway(connection.connectionParams?.secret, trust);
          return true;
        } catch {
          return false;
        }
      },
      onSubscribe: ({ extra }, _id, payload) => {
        const document = parse(payload.query);
        const errors = validate(schema, document);
        if (errors.length > 0) return errors;
        if (getOperationAST(document, payload.operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
          extra.socket.close(CloseCode.BadRequest, 'Only subscriptions over WebSocket');
          return [];
        }
        const scope =
          extra.fromGateway === true ? scopeOfExtensions(payload.extensions) : publicScope(extra.request.headers);
        const resume = extra.fromGateway === true ? resumeOf(payload) : null;
        const contextValue = running.contextFor(scope, resume);
        return { schema, document, variableValues: payload.variables ?? {}, contextValue } satisfies ExecutionArgs;
      },
      subscribe: (args) => subscribeAfresh(args as SubscribeArgs<unknown>),
    },
    sockets,
  );
  return { close: async () => server.dispose() };
}

function resumeOf({ extensions }: SubscribePayload): Resume | null {
  const resume = extensions?.['resume'] as { after?: unknown } | null | undefined;
  if (resume == null) return null;
  return { after: typeof resume.after === 'string' ? resume.after : null };
}
