import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, type ExecutionResult } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Viewer } from '../../../core/viewer.ts';
import { overHttp, type OverHttp } from '../../../gateway/execution/over-http.ts';
import type { SubgraphRequest } from '../../../subgraphs/kit/executor.ts';
import { PUBLIC } from './federation.ts';

const VIEWER: Viewer = {
  subject: 'a1',
  role: 'EDITOR',
  institution: 'i1',
  regions: ['140428'],
  expiresAt: 2_000_000_000,
};

const opened: { server?: Server; over?: OverHttp; sockets?: WebSocketServer } = {};

afterEach(async () => {
  await opened.over?.close();
  for (const client of opened.sockets?.clients ?? []) client.terminate();
  opened.server?.closeAllConnections();
  opened.server?.close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  opened.server = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
}

function reach(url: string): OverHttp {
  return (opened.over = overHttp({ url, secret: 'open sesame', timeoutMs: 5_000 }));
}

function request(text: string, more: Partial<SubgraphRequest> = {}): SubgraphRequest {
  return { document: parse(text), text, operation: 'query', scope: PUBLIC, ...more };
}

describe('a subgraph over HTTP', () => {
  it('is told the operation, and who asks, by a gateway that shows its secret', async () => {
    let headers: IncomingHttpHeaders = {};
    let body = '';
    const url = await serve((incoming, response) => {
      headers = incoming.headers;
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () => response.end('{"data":{"a":1}}'));
    });
    const scope = { viewer: VIEWER, locale: 'en', requestId: 'r1' } as const;
    expect(await reach(url).execute(request('{ a }', { scope, variables: { n: 1 } }))).toEqual({ data: { a: 1 } });
    expect(JSON.parse(body)).toEqual({ query: '{ a }', variables: { n: 1 } });
    expect(headers).toMatchObject({ 'x-hub-secret': 'open sesame', 'x-hub-request-id': 'r1', 'accept-language': 'en' });
    expect(JSON.parse(Buffer.from(String(headers['x-hub-viewer']), 'base64url').toString())).toEqual(VIEWER);
  });

  it('counts as unreachable when it answers with anything but GraphQL', async () => {
    const url = await serve((_incoming, response) => response.writeHead(502).end('<html>'));
    await expect(reach(url).execute(request('{ a }'))).rejects.toThrow('HTTP status 502');
  });

  it('passes on errors that come with a status of their own', async () => {
    const url = await serve((_incoming, response) => response.writeHead(400).end('{"errors":[{"message":"no"}]}'));
    expect(await reach(url).execute(request('{ a }'))).toEqual({ errors: [{ message: 'no' }] });
  });

  it('hears of it when the call is cancelled', async () => {
    const cancel = new AbortController();
    const gone = new Promise<void>((resolve) => {
      void serve((_incoming, response) => {
        response.once('close', resolve);
        cancel.abort();
      }).then((url) => {
        const calling = Promise.resolve(reach(url).execute(request('{ a }', { signal: cancel.signal })));
        calling.catch(() => undefined);
      });
    });
    await gone;
    expect(cancel.signal.aborted).toBe(true);
  });
});

interface Message {
  readonly type: string;
  readonly id: string;
  readonly payload: Record<string, unknown>;
}

/** A subgraph that says over WebSocket what a test tells it to. */
async function serveSocket(onMessage: (message: Message, socket: WebSocket) => void): Promise<string> {
  const url = await serve((_incoming, response) => response.end());
  const sockets = new WebSocketServer({
    ...(opened.server === undefined ? {} : { server: opened.server }),
    handleProtocols: () => GRAPHQL_TRANSPORT_WS_PROTOCOL,
  });
  opened.sockets = sockets;
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}');
      onMessage(message, socket);
    });
  });
  return url;
}

async function subscribeTo(url: string, more: Partial<SubgraphRequest> = {}) {
  const answer = await reach(url).execute(request('subscription { n }', { operation: 'subscription', ...more }));
  return (answer as AsyncIterable<ExecutionResult>)[Symbol.asyncIterator]();
}

const next = (id: string, n: number) => JSON.stringify({ type: 'next', id, payload: { data: { n } } });

describe('subscriptions to a subgraph', () => {
  it('carry the viewer and the position with each operation, and the secret once', async () => {
    const told: Message[] = [];
    const url = await serveSocket((message, socket) => {
      told.push(message);
      if (message.type !== 'subscribe') return;
      socket.send(next(message.id, 1));
      socket.send(JSON.stringify({ type: 'complete', id: message.id }));
    });
    const events = await subscribeTo(url, { scope: { ...PUBLIC, viewer: VIEWER }, resume: { after: 'c1' } });
    expect(await events.next()).toEqual({ done: false, value: { data: { n: 1 } } });
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(told.map(({ type, payload }) => ({ type, payload }))).toEqual([
      { type: 'connection_init', payload: { secret: 'open sesame' } },
      {
        type: 'subscribe',
        payload: {
          query: 'subscription { n }',
          operationName: null,
          variables: {},
          extensions: { viewer: VIEWER, locale: 'zh', requestId: 'test', resume: { after: 'c1' } },
        },
      },
    ]);
  });

  it('end with a failure when the connection is lost, after what came before', async () => {
    const url = await serveSocket((message, socket) => {
      if (message.type !== 'subscribe') return;
      socket.send(next(message.id, 1), () => {
        socket.terminate();
      });
    });
    const events = await subscribeTo(url);
    expect(await events.next()).toEqual({ done: false, value: { data: { n: 1 } } });
    await expect(events.next()).rejects.toThrow('lost');
  });

  it('end with a failure when a reader is too slow, so that it can go on from its position', async () => {
    const url = await serveSocket((message, socket) => {
      if (message.type !== 'subscribe') return;
      for (let n = 0; n < 1_200; n++) socket.send(next(message.id, n));
    });
    const stopped = new Promise<void>((resolve) => {
      opened.sockets?.on('connection', (socket) => {
        socket.on('message', (data: Buffer) => {
          if ((JSON.parse(data.toString()) as Message).type === 'complete') resolve();
        });
      });
    });
    const events = await subscribeTo(url);
    await stopped;
    let seen = 0;
    const readAll = async (): Promise<void> => {
      for (;;) {
        expect((await events.next()).value).toEqual({ data: { n: seen } });
        seen += 1;
      }
    };
    await expect(readAll()).rejects.toThrow('faster than they were read');
    expect(seen).toBe(1_000);
  });

  it('tell the subgraph at once when they are left, even while an event is waited for', async () => {
    const url = await serveSocket((message, socket) => {
      if (message.type === 'subscribe') socket.send(next(message.id, 1));
      if (message.type === 'complete') left();
    });
    let left = (): void => undefined;
    const heard = new Promise<void>((resolve) => {
      left = resolve;
    });
    const events = await subscribeTo(url);
    await events.next();
    const pending = events.next();
    await events.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    await heard;
  });

  it('tell a refusal as a result without data', async () => {
    const url = await serveSocket((message, socket) => {
      if (message.type !== 'subscribe') return;
      socket.send(JSON.stringify({ type: 'error', id: message.id, payload: [{ message: 'refused' }] }));
    });
    const events = await subscribeTo(url);
    expect((await events.next()).value).toMatchObject({ errors: [{ message: 'refused' }] });
    expect((await events.next()).done).toBe(true);
  });
});
