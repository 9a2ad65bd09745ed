import { MessageType, parseMessage, stringifyMessage, type Message } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { County } from '../county.ts';
import { Coalesced } from './coalesced.ts';
import { faultIn } from './fault.ts';
import { ReachProblem } from './problem.ts';
import { shownText } from './shown.ts';
import { openSocket, type SocketOptions } from './socket.ts';

const SUBSCRIPTION =
  'subscription Changed($after: Cursor, $filter: ChangeFilter) { changed(after: $after, filter: $filter) { cursor } }';
const event = z.object({ data: z.object({ changed: z.object({ cursor: z.string() }) }) });
const ID = '1';
/** The code with which a WebSocket is closed in order. */
const NORMAL = 1000;

/**
 * Follows a county's log; see `CountyHub.wakeUps`.
 *
 * @throws ReachProblem
 */
export async function* wakeUps(
  options: SocketOptions,
  { after, signal }: { readonly after: string; readonly signal: AbortSignal },
): AsyncGenerator<void, void, void> {
  if (signal.aborted) return;
  const told = new Coalesced();
  const socket = openSocket(options, (problem) => {
    told.end(problem);
  });
  const stop = (): void => {
    told.end(null);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    converse(socket, options.county, { after, told });
    while (await told.next()) yield;
  } finally {
    signal.removeEventListener('abort', stop);
    socket.close(NORMAL);
    socket.terminate();
  }
}

/** The protocol `graphql-transport-ws`, as far as one subscription needs it. */
function converse(
  socket: WebSocket,
  county: County,
  { after, told }: { readonly after: string; readonly told: Coalesced },
): void {
  const say = (message: Message): void => {
    if (socket.readyState === socket.OPEN) socket.send(stringifyMessage(message));
  };
  let isAcknowledged = false;
  socket.on('open', () => {
    say({ type: MessageType.ConnectionInit, payload: county.authorization() });
  });
  socket.on('message', (data: Buffer) => {
    try {
      const message = parsed(data, county);
      if (message.type === MessageType.Ping) say({ type: MessageType.Pong });
      else if (message.type === MessageType.ConnectionAck && !isAcknowledged) {
        isAcknowledged = true;
        const filter = { regions: [county.region], subjects: county.subjects };
        say({ id: ID, type: MessageType.Subscribe, payload: { query: SUBSCRIPTION, variables: { after, filter } } });
      } else if (message.type !== MessageType.Pong) {
        checkEvent(message, county, isAcknowledged);
        told.come();
      }
    } catch (error) {
      told.end(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** @throws ReachProblem for everything but an event of the subscription */
function checkEvent(message: Message, county: County, isAcknowledged: boolean): void {
  const where = `${county.endpoint}/graphql`;
  if (!isAcknowledged || !('id' in message) || message.id !== ID) throw strange(county, message.type);
  if (message.type === MessageType.Complete) {
    throw new ReachProblem('BROKEN', `${where}: the hub ended the subscription.`);
  }
  const answer = message.type === MessageType.Error ? { errors: message.payload } : payloadOf(message);
  const fault = faultIn(answer, county, where);
  if (fault !== null) throw fault;
  if (!event.safeParse(answer).success) throw strange(county, message.type);
}

function payloadOf(message: Message): unknown {
  return 'payload' in message ? message.payload : null;
}

function parsed(data: Buffer, county: County): Message {
  const text = data.toString();
  try {
    return parseMessage(text);
  } catch {
    throw strange(county, text);
  }
}

function strange(county: County, got: string): ReachProblem {
  return new ReachProblem(
    'NOT_A_HUB',
    `${county.endpoint}/graphql: expected an event of the subscription, got ${shownText(got, county)}.`,
  );
}
