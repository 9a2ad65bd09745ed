import { createClient, type Client } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { attachWebSockets, type WebSocketOptions } from '../../gateway/websocket.ts';
import { ENTRIES, TICKS } from './subscriptions/hub.ts';
import { cursorOf } from './subscriptions/log-subgraph.ts';
import { settled } from './subscriptions/readers.ts';
import { listen, startEdge } from './subscriptions/served.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function serve(change: Partial<WebSocketOptions> = {}, bounds: Parameters<typeof startEdge>[0] = {}) {
  const hub = startEdge(bounds);
  const { server, port, stop } = await listen();
  const sockets = attachWebSockets(server, {
    ...hub.edge,
    subscriptionsPerConnection: 3,
    messageBytes: 10_000,
    ...change,
  });
  cleanups.push(stop, () => sockets.close('the test is over', 100));
  const url = `ws://127.0.0.1:${String(port)}/graphql`;
  const connect = (connectionParams: Record<string, unknown> = {}): Client => {
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazyCloseTimeout: 50,
      connectionParams,
    });
    cleanups.push(() => client.dispose());
    return client;
  };
  return { ...hub, sockets, url, connect };
}

/** A socket that speaks the protocol by hand. */
async function rawSocket(url: string, options: { autoPong?: boolean } = {}) {
  const socket = new WebSocket(url, 'graphql-transport-ws', options);
  cleanups.push(() => {
    socket.terminate();
  });
  const messages: Record<string, unknown>[] = [];
  let heard = (): void => undefined;
  socket.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString()) as Record<string, unknown>);
    heard();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code: number, reason: Buffer) => {
      resolve({ code, reason: reason.toString() });
    });
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const say = (message: object): void => {
    socket.send(JSON.stringify(message));
  };
  const until = async (count: number): Promise<Record<string, unknown>[]> => {
    while (messages.length < count)
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    return messages;
  };
  return { socket, closed, say, until };
}

async function next(iterator: AsyncIterator<unknown>): Promise<unknown> {
  const step = await iterator.next();
  return step.done === true ? 'complete' : step.value;
}

describe('operations over WebSocket', () => {
  it('answers queries and mutations', async () => {
    const { connect } = await serve();
    const client = connect();
    expect(await next(client.iterate({ query: 'mutation { append(region: "A") }' }))).toEqual({ data: { append: 1 } });
    expect(await next(client.iterate({ query: '{ head }' }))).toEqual({ data: { head: 1 } });
  });

  it('gives two clients the events of one upstream, and completes with it', async () => {
    const { log, connect } = await serve();
    const streams = [connect().iterate({ query: TICKS }), connect().iterate({ query: TICKS })];
    const first = streams.map((stream) => next(stream));
    while (log.counts.open === 0 || log.requests.length === 0) await settled();
    await Promise.all([connect().iterate({ query: '{ head }' }).next(), settled()]);
    log.append();
    expect(await Promise.all(first)).toEqual([
      { data: { ticks: { number: 1, text: 'xxx' } } },
      { data: { ticks: { number: 1, text: 'xxx' } } },
    ]);
    expect(log.counts).toMatchObject({ openings: 1, executions: 1 });
    log.break(null);
    expect(await Promise.all(streams.map(next))).toEqual(['complete', 'complete']);
  });

  it('starts after the cursor in the variables and shows neither cursor nor mark', async () => {
    const { log, connect } = await serve();
    for (let count = 0; count < 3; count += 1) log.append();
    const stream = connect().iterate({ query: ENTRIES, variables: { after: cursorOf(1) } });
    expect([await next(stream), await next(stream)]).toEqual([
      { data: { entries: { number: 2 } } },
      { data: { entries: { number: 3 } } },
    ]);
  });

  it.each([
    ['a document that is no GraphQL', '{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['a cursor that is none', ENTRIES, { after: 'x' }, 'CURSOR_INVALID'],
    ['variables that do not fit', ENTRIES, { region: 0 }, 'BAD_USER_INPUT'],
  ])('refuses %s with an error message', async (_name, query, variables, code) => {
    const { connect } = await serve();
    await expect(connect().iterate({ query, variables }).next()).rejects.toMatchObject([{ extensions: { code } }]);
  });

  it('ends a stream with an error message when it can not go on', async () => {
    const { log, connect } = await serve();
    const stream = connect().iterate({ query: TICKS });
    const ended = expect(stream.next()).rejects.toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    while (log.counts.open === 0) await settled();
    log.break();
    await ended;
  });

  it('leaves the upstream when a client completes or vanishes', async () => {
    const { log, url, connect } = await serve();
    const stream = connect().iterate({ query: TICKS });
    const pending = stream.next();
    const { socket, say, until } = await rawSocket(url);
    say({ type: 'connection_init' });
    await until(1);
    say({ type: 'subscribe', id: '1', payload: { query: ENTRIES } });
    while (log.counts.open < 2) await settled();
    socket.terminate();
    await stream.return?.();
    await pending;
    while (log.counts.open > 0) await settled();
    expect(log.counts.open).toBe(0);
  });
});

describe('a connection', () => {
  it('takes a token from its payload and closes with 4403 and the reason when it is bad', async () => {
    const { url, connect } = await serve();
    expect(await next(connect({ authorization: 'Bearer good' }).iterate({ query: '{ head }' }))).toEqual({
      data: { head: 0 },
    });
    const { closed, say } = await rawSocket(url);
    say({ type: 'connection_init', payload: { authorization: 'Bearer forged' } });
    expect(await closed).toEqual({ code: 4403, reason: 'Forbidden: Signing in failed: the token is malformed.' });
  });

  it('is not served on when its token has expired', async () => {
    const { time, connect } = await serve();
    const client = connect({ authorization: 'Bearer short' });
    const open = client.iterate({ query: TICKS });
    const ended = expect(open.next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await next(client.iterate({ query: '{ head }' }));
    await time.pass(61_000);
    await ended;
    await expect(client.iterate({ query: '{ head }' }).next()).rejects.toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });

  it('may have only so many operations at once', async () => {
    const { url } = await serve();
    const { say, until } = await rawSocket(url);
    say({ type: 'connection_init' });
    await until(1);
    for (const id of ['1', '2', '3', '4']) say({ type: 'subscribe', id, payload: { query: TICKS } });
    const refused = (await until(2))[1];
    expect(refused).toMatchObject({
      id: '4',
      type: 'error',
      payload: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'subscriptionsPerConnection', maximum: 3, actual: 4 } }],
    });
  });

  it('is closed for a message that is too large', async () => {
    const { url } = await serve();
    const { closed, say } = await rawSocket(url);
    say({ type: 'connection_init', payload: { padding: 'x'.repeat(20_000) } });
    expect((await closed).code).toBe(1009);
  });

  it('is closed when it does not introduce itself', async () => {
    const { url } = await serve({ introductionMs: 10 });
    const { closed } = await rawSocket(url);
    expect((await closed).code).toBe(4408);
  });

  it('is dropped when it does not answer pings, and kept when it does', async () => {
    const { url, sockets } = await serve({ keepAliveMs: 30, introductionMs: 60_000 });
    const alive = await rawSocket(url);
    const dead = await rawSocket(url, { autoPong: false });
    expect((await dead.closed).code).toBe(1006);
    while (sockets.connections > 1) await settled();
    expect(alive.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('is refused elsewhere than at its path', async () => {
    const { url } = await serve();
    const socket = new WebSocket(`${url}/other`, 'graphql-transport-ws');
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('404');
  });

  it('that reads slowly makes the hub wait, then read the log for it, and misses nothing', async () => {
    const { log, url } = await serve({}, { queuedEvents: 2, recentEvents: 0 });
    log.textLength = 200_000;
    const { socket, say, until } = await rawSocket(url);
    say({ type: 'connection_init' });
    await until(1);
    say({ type: 'subscribe', id: '1', payload: { query: 'subscription { entries { number text } }' } });
    while (log.counts.open === 0) await settled();
    socket.pause();
    for (let count = 0; count < 100; count += 1) {
      log.append();
      await settled();
    }
    socket.resume();
    const events = (await until(101))
      .slice(1)
      .map((message) => message['payload'] as { data: { entries: { number: number } } });
    expect(events.map(({ data }) => data.entries.number)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(log.counts.openings).toBeGreaterThan(1);
  });
});

describe('a hub that stops', () => {
  it('sends what is queued, then closes with 1001 and the reason, without completing what can be resumed', async () => {
    const { log, url, subscriptions, sockets } = await serve();
    const { closed, say, until } = await rawSocket(url);
    say({ type: 'connection_init' });
    await until(1);
    say({ type: 'subscribe', id: '1', payload: { query: ENTRIES } });
    while (log.counts.open === 0) await settled();
    await settled();
    for (let count = 0; count < 5; count += 1) log.append();
    await settled();
    subscriptions.close('a new version');
    await sockets.close('a new version', 5_000);
    expect(await closed).toEqual({ code: 1001, reason: 'a new version' });
    expect((await until(6)).map(({ type }) => type)).toEqual([
      'connection_ack',
      ...Array.from({ length: 5 }, () => 'next'),
    ]);
    const late = new WebSocket(url, 'graphql-transport-ws');
    expect((await new Promise<Error>((resolve) => late.once('error', resolve))).message).toContain('503');
  });
});
