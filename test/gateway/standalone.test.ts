import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import { createClient } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { serveSupergraph } from '../../gateway/standalone.ts';
import { composeSupergraph } from '../../gateway/supergraph.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])';

const PARTS = {
  catalogue: {
    sdl: `${LINK} type Query { ward(id: ID!): Ward } type Ward @key(fields: "id") { id: ID! name: String }`,
    resolvers: {
      Query: { ward: (_: unknown, { id }: { id: string }) => ({ id }) },
      Ward: { name: ({ id }: { id: string }) => `Ward ${id}` },
    },
  },
  beds: {
    sdl: `${LINK} type Query { bedCount: Int } type Ward @key(fields: "id") { id: ID! beds: Int }
      type Subscription { admitted: Ward }`,
    resolvers: {
      Ward: { beds: () => 12 },
      Subscription: {
        admitted: {
          subscribe: async function* () {
            yield await Promise.resolve({ admitted: { id: '7' } });
          },
        },
      },
    },
  },
};

let folder: string;
let supergraph: Awaited<ReturnType<typeof serveSupergraph>>;
const servers: Server[] = [];

async function serve({ sdl, resolvers }: (typeof PARTS)[keyof typeof PARTS]): Promise<string> {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  const handle = createHandler({ schema });
  const server = createServer((request, response) => void handle(request, response));
  useServer({ schema }, new WebSocketServer({ server }));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
  const parts = Object.entries(PARTS).map(async ([name, part]) => ({ name, sdl: part.sdl, url: await serve(part) }));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, composeSupergraph(await Promise.all(parts)));
  supergraph = await serveSupergraph({ file, host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await supergraph.close('test over', 1_000);
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true });
});

describe('a supergraph served by its file', () => {
  it('joins subgraphs that run on their own', async () => {
    const response = await fetch(`${supergraph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ ward(id: 3) { name beds } }' }),
    });
    expect(await response.json()).toMatchObject({ data: { ward: { name: 'Ward 3', beds: 12 } } });
  });

  it('streams subscriptions over WebSocket, completed by other subgraphs', async () => {
    const client = createClient({ url: `${supergraph.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
    const events: unknown[] = [];
    for await (const event of client.iterate({ query: 'subscription { admitted { name beds } }' })) events.push(event);
    await client.dispose();
    expect(events).toEqual([{ data: { admitted: { name: 'Ward 7', beds: 12 } } }]);
  });

  it('streams subscriptions as server-sent events', async () => {
    const query = encodeURIComponent('subscription { admitted { name } }');
    const response = await fetch(`${supergraph.url}/graphql?query=${query}`, {
      headers: { accept: 'text/event-stream' },
    });
    expect(await response.text()).toContain('data: {"data":{"admitted":{"name":"Ward 7"}}}');
  });

  it('says what is wrong with a file that is no supergraph', async () => {
    const file = join(folder, 'wrong.graphql');
    await writeFile(file, 'type Query { a: Int }');
    await expect(serveSupergraph({ file, host: '127.0.0.1', port: 0 })).rejects.toThrow(
      'expected a federation-2 supergraph',
    );
    await expect(serveSupergraph({ file: join(folder, 'none'), host: '127.0.0.1', port: 0 })).rejects.toThrow(
      'Can not read',
    );
  });
});

describe('composition', () => {
  it('lists every reason why subgraphs do not fit together', () => {
    const parts = [
      { name: 'a', sdl: `${LINK} type Query { x: Int y: Int }`, url: '' },
      { name: 'b', sdl: `${LINK} type Query { x: String y: String }`, url: '' },
      { name: 'c', sdl: 'type {', url: '' },
    ];
    expect(() => composeSupergraph(parts)).toThrow('[c] Syntax Error');
    expect(() => composeSupergraph(parts.slice(0, 2))).toThrow(/Query\.x[^]*Query\.y/);
  });
});
