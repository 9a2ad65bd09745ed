import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request as ask } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routesOverHttp } from '../../gateway/files/over-http.ts';
import type { RouteAnswer } from '../../subgraphs/kit/route.ts';
import { sendAnswer } from '../../subgraphs/kit/send-answer.ts';

/** Answers a few parts, and breaks off behind them when told to. */
function streamed(isBroken: boolean): RouteAnswer {
  let parts = 0;
  return {
    status: 200,
    headers: { 'content-type': 'text/csv', etag: '"state"', trailer: 'repr-digest' },
    body: (async function* () {
      for (; parts < 3; parts += 1) yield await Promise.resolve(new TextEncoder().encode(`part ${String(parts)}\n`));
      if (isBroken) throw new Error('changed');
    })(),
    trailers: () => ({ 'repr-digest': `sha-256=:${String(parts)}:` }),
  };
}

describe('what is told behind a streamed file', () => {
  const servers: Server[] = [];
  let [behind, front] = ['', ''];
  let routes: ReturnType<typeof routesOverHttp>;
  const serve = async (answer: (path: string) => Promise<RouteAnswer>): Promise<string> => {
    const server = createServer((request, response) => {
      void answer(request.url ?? '/').then((one) => sendAnswer(request, response, one));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  };

  beforeAll(async () => {
    behind = await serve((path) => Promise.resolve(streamed(path.startsWith('/broken'))));
    routes = routesOverHttp({ url: `${behind}/graphql`, secret: null, timeoutMs: 5_000 });
    front = await serve((path) =>
      routes.call({
        ...{ method: 'GET', path: path.replace(/\?.*$/, ''), query: new URLSearchParams(), headers: {} },
        body: (async function* () {})(),
        scope: { viewer: null, locale: 'en', requestId: 'test' },
        signal: new AbortController().signal,
      }),
    );
  });
  afterAll(async () => {
    await routes.close();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  it.each(['a subgraph alone', 'a gateway before it'])('comes through %s', async (which) => {
    const { body, headers, trailers } = await ask(`${which.startsWith('a gateway') ? front : behind}/whole`);
    expect(await body.text()).toBe('part 0\npart 1\npart 2\n');
    expect(headers).toMatchObject({ etag: '"state"', trailer: 'repr-digest' });
    expect(trailers).toEqual({ 'repr-digest': 'sha-256=:3:' });
  });

  it.each(['a subgraph alone', 'a gateway before it'])('is no end of a file that broke off in %s', async (which) => {
    const { body } = await ask(`${which.startsWith('a gateway') ? front : behind}/broken`);
    await expect(body.text()).rejects.toThrow();
  });
});
