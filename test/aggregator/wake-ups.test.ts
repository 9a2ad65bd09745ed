import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { at, problemOf, REGION, strangeHub, TOKEN, type StrangeHub } from './strange-hub.ts';

let hub: StrangeHub;
let sockets: WebSocketServer;
afterEach(async () => {
  for (const one of sockets.clients) one.terminate();
  sockets.close();
  await hub.close();
});

type Message = Readonly<Record<string, unknown>>;

/** A hub whose WebSockets answer each message as a test says. */
async function talking(answer: (socket: WebSocket, message: Message) => void, options: { autoPong?: boolean } = {}) {
  hub = await strangeHub((response: ServerResponse) => response.writeHead(404).end());
  sockets = new WebSocketServer({ server: hub.server, path: '/graphql', ...options });
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      answer(socket, JSON.parse(data.toString()) as Message);
    });
  });
}

const say = (socket: WebSocket, message: object) => {
  socket.send(JSON.stringify(message));
};
const event = (position: number) => ({
  ...{ id: '1', type: 'next', payload: { data: { changed: { cursor: at(position) } } } },
});
/** Acknowledges, and says something once the subscription is there. */
const subscribed =
  (then: (socket: WebSocket) => void) =>
  (socket: WebSocket, { type }: Message) => {
    if (type === 'connection_init') say(socket, { type: 'connection_ack' });
    if (type === 'subscribe') then(socket);
  };

/** Counts wake-ups until so many came; all of them when it ends. */
async function wakes(enough = Infinity, signal = new AbortController().signal): Promise<number> {
  let count = 0;
  for await (const wake of hub.county.wakeUps(at(5), signal)) {
    expect(wake).toBeUndefined();
    count += 1;
    if (count === enough) break;
  }
  return count;
}

describe('waking up by a county', () => {
  it('asks for the county only, signed in, and wakes with each event', async () => {
    const heard: Message[] = [];
    await talking((socket, message) => {
      heard.push(message);
      subscribed((one) => {
        say(one, event(6));
      })(socket, message);
    });
    expect(await wakes(1)).toBe(1);
    const filter = { regions: [REGION], subjects: ['REGION', 'INSTITUTION', 'DOCUMENT'] };
    expect(heard).toMatchObject([
      { type: 'connection_init', payload: { authorization: `Bearer ${TOKEN}` } },
      { type: 'subscribe', payload: { variables: { after: at(5), filter } } },
    ]);
  });

  it('wakes once for all that came while it was not listened to, and answers pings', async () => {
    let pongs = 0;
    await talking((socket, message) => {
      if (message['type'] === 'pong') pongs += 1;
      subscribed((one) => {
        say(one, event(6));
      })(socket, message);
    });
    const leaving = new AbortController();
    const waking = hub.county.wakeUps(at(5), leaving.signal)[Symbol.asyncIterator]();
    expect((await waking.next()).done).toBe(false);
    for (const socket of sockets.clients) {
      for (let position = 7; position < 200; position += 1) say(socket, event(position));
      say(socket, { type: 'ping' });
    }
    await expect.poll(() => pongs).toBe(1);
    expect((await waking.next()).done).toBe(false);
    const last = waking.next();
    leaving.abort();
    expect((await last).done).toBe(true);
    await expect.poll(() => sockets.clients.size).toBe(0);
  });

  it('ends when it is told to, and when the hub is left', async () => {
    await talking(subscribed(() => undefined));
    expect(await wakes(Infinity, AbortSignal.abort())).toBe(0);
    const waking = wakes();
    await once(sockets, 'connection');
    await hub.county.close();
    expect(await waking).toBe(0);
  });

  it.each<[string, string, (socket: WebSocket) => void]>([
    ['something that is not JSON', 'NOT_A_HUB', (socket) => socket.send(`<html>${TOKEN}`)],
    ['a message of no type', 'NOT_A_HUB', (socket) => say(socket, { type: 'gossip' })],
    ['an event of another subscription', 'NOT_A_HUB', (socket) => say(socket, { ...event(6), id: '2' })],
    ['an event of another kind', 'NOT_A_HUB', (socket) => say(socket, { ...event(6), payload: { data: { hub: 1 } } })],
    ['a second acknowledgement', 'NOT_A_HUB', (socket) => say(socket, { type: 'connection_ack' })],
    ['a message that is too large', 'NOT_A_HUB', (socket) => socket.send('x'.repeat(2_000_000))],
    ['the end', 'BROKEN', (socket) => say(socket, { id: '1', type: 'complete' })],
    ['a closing', 'BROKEN', (socket) => socket.close(1001, 'going away')],
    ['a cut', 'BROKEN', (socket) => socket.terminate()],
    ['a closing for the token', 'REFUSED', (socket) => socket.close(4403, `Forbidden: ${TOKEN}`)],
    [
      'the fault of a cursor',
      'CURSOR_TRIMMED',
      (socket) =>
        say(socket, { id: '1', type: 'error', payload: [{ message: TOKEN, extensions: { code: 'CURSOR_TRIMMED' } }] }),
    ],
    [
      'an event that is a fault',
      'BUSY',
      (socket) =>
        say(socket, {
          ...{ id: '1', type: 'next' },
          payload: { errors: [{ message: 'Stopping.', extensions: { code: 'SHUTTING_DOWN' } }] },
        }),
    ],
  ])('ends with %s as %s', async (_what, code, then) => {
    await talking(subscribed(then));
    const problem = await problemOf(wakes());
    expect(problem).toMatchObject({ name: 'ReachProblem', code });
    expect(String(problem)).not.toContain(TOKEN);
  });

  it('takes no event before it was acknowledged', async () => {
    await talking((socket) => {
      say(socket, event(6));
    });
    expect(await problemOf(wakes())).toMatchObject({ code: 'NOT_A_HUB' });
  });

  it('holds a connection on which nothing comes for broken', async () => {
    await talking(
      subscribed(() => undefined),
      { autoPong: false },
    );
    expect(await problemOf(wakes())).toMatchObject({ code: 'STALLED' });
  });

  it('holds a connection that only answers pings for good', async () => {
    await talking(subscribed(() => undefined));
    const leaving = new AbortController();
    const waking = wakes(Infinity, leaving.signal);
    let pings = 0;
    sockets.on('connection', (socket) => socket.on('ping', () => (pings += 1)));
    // Silence is over after 900 ms here; nine pings take three times as long.
    await expect.poll(() => pings, { timeout: 10_000 }).toBeGreaterThan(9);
    leaving.abort();
    expect(await waking).toBe(0);
  });

  it.each([
    [401, 'REFUSED'],
    [302, 'NOT_A_HUB'],
    [200, 'NOT_A_HUB'],
    [503, 'BUSY'],
  ])('tells what a status of %s instead of a WebSocket is: %s', async (status, code) => {
    await talking(() => undefined);
    hub.server.removeAllListeners('upgrade').on('upgrade', (_request, socket) => {
      socket.end(`HTTP/1.1 ${String(status)} Such\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n`);
    });
    expect(await problemOf(wakes())).toMatchObject({ code, details: { status } });
  });

  it('is not reached where nothing listens', async () => {
    await talking(() => undefined);
    hub.server.close();
    expect(await problemOf(wakes())).toMatchObject({ code: 'UNREACHABLE' });
  });
});
