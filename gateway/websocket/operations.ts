import { randomUUID } from 'node:crypto';
import type { ExecutionArgs, ExecutionResult, FormattedExecutionResult, GraphQLError } from 'graphql';
import type { ServerOptions, SubscribePayload } from 'graphql-ws';
import { Fault } from '../../core/fault.ts';
import type { Edge } from '../edge.ts';
import type { Prepared } from '../execution/contract.ts';
import { errorOf } from '../subscriptions/delivery.ts';
import { expired } from '../subscriptions/expiry.ts';
import { eventWriter, StreamEnded } from './event-writer.ts';
import type { Peer } from './peer.ts';

/** What an operation answers: one result, or the writer of a stream. */
type Answer = ExecutionResult | AsyncIterableIterator<never>;

type Hooks = Pick<
  ServerOptions<Record<string, unknown>, Peer>,
  'onConnect' | 'onSubscribe' | 'execute' | 'subscribe' | 'onNext' | 'onError'
>;

type ProtocolResult = Parameters<NonNullable<Hooks['onNext']>>[4];

/** Close code of the protocol for a client that may not connect. */
const FORBIDDEN = 4403;

/** How the protocol's messages are answered. @param maximum - operations that one connection may have under way */
export function operationHooks(edge: Edge, maximum: number): Hooks {
  return {
    onConnect: async ({ extra: peer, connectionParams }) => {
      try {
        peer.scope = await edge.identify(peer.request, connectionParams);
        return true;
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        peer.close(FORBIDDEN, `Forbidden: ${error.message}`);
        return false;
      }
    },
    onSubscribe: async ({ extra: peer, subscriptions }, id, payload) => {
      const underWay = Object.keys(subscriptions).length;
      if (underWay > maximum) return [errorOf(tooMany(maximum, underWay))];
      return begin(edge, peer, id, payload);
    },
    execute: ({ contextValue }) => answerIn(contextValue),
    subscribe: ({ contextValue }) => answerIn(contextValue),
    onNext: (...[, , , , result]) => formatted(result),
    onError: (_context, _id, _payload, errors) => {
      const [cause] = errors.map((error) => error.originalError);
      return (cause instanceof StreamEnded ? cause.errors : errors).map((error) => error.toJSON());
    },
  };
}

function formatted({ data, errors, extensions }: ProtocolResult): FormattedExecutionResult {
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => error.toJSON()) }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

function tooMany(maximum: number, actual: number): Fault {
  const message = `Expected at most ${String(maximum)} operations at once on one connection (subscriptionsPerConnection), got ${String(actual)}.`;
  return new Fault('LIMIT_EXCEEDED', message, { limit: 'subscriptionsPerConnection', maximum, actual });
}

async function begin(
  edge: Edge,
  peer: Peer,
  id: string,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const scope = peer.scope;
  if (scope === null) throw new Error('The protocol let an operation pass before its connection was acknowledged.');
  if (scope.viewer !== null && scope.viewer.expiresAt * 1000 <= edge.clock.now().getTime())
    return [errorOf(expired(scope.viewer))];
  const gateway = edge.gateway();
  const prepared = gateway.prepare(payload.query, payload.operationName);
  if ('errors' in prepared) return prepared.errors;
  const done = peer.begin();
  const args = {
    variables: payload.variables ?? undefined,
    scope: { ...scope, requestId: randomUUID() },
    signal: peer.gone.signal,
  };
  const answer = await answered(edge, prepared, args, (stream) => eventWriter(stream, peer, id, done)).catch(
    (error: unknown) => {
      done();
      throw error;
    },
  );
  if (!(Symbol.asyncIterator in answer)) done();
  if ('errors' in answer && !('data' in answer)) return answer.errors ?? [];
  return {
    schema: gateway.schema,
    document: prepared.document,
    operationName: prepared.operation.name?.value,
    contextValue: answer,
  };
}

async function answered(
  { gateway, subscriptions }: Edge,
  prepared: Prepared,
  args: Parameters<Edge['subscriptions']['subscribe']>[1],
  write: (stream: Parameters<typeof eventWriter>[0]) => AsyncIterableIterator<never>,
): Promise<Answer> {
  if (prepared.kind !== 'subscription') return gateway().execute(prepared, args);
  const opened = await subscriptions.subscribe(prepared, args);
  return Symbol.asyncIterator in opened ? write(opened) : opened;
}

/** The answer travels through the library in the place of a context. */
function answerIn(contextValue: unknown): Answer {
  if (typeof contextValue === 'object' && contextValue !== null) return contextValue;
  throw new Error('Expected an answer.');
}
