import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '../../core/fault.ts';
import { serveHttp } from '../../gateway/http.ts';
import { federate, PUBLIC } from './execution/federation.ts';

const hub = federate({
  notes: {
    types:
      'type Query { note(id: ID): String fail: String! stuck: String } type Mutation { write: String } type Subscription { ticks: Int }',
    resolvers: {
      Query: {
        note: (_: unknown, { id }: { id: string }) => `note ${id}`,
        stuck: () => new Promise(() => undefined),
        fail: () => {
          throw new Error('no');
        },
      },
      Mutation: { write: () => 'written' },
    },
  },
});

const reported: unknown[] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  const handle = serveHttp({
    gateway: () => hub.gateway,
    identify: (request) => {
      const { authorization } = request.headers;
      if (authorization === 'bad') throw new Fault('UNAUTHENTICATED', 'Expected a token that is not expired.');
      if (authorization === 'bug') throw new Error('a secret of the implementation');
      return Promise.resolve(PUBLIC);
    },
    report: (error) => reported.push(error),
    bodyBytes: 1_000,
    requestMs: 5_000,
  });
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const MODERN = 'application/graphql-response+json';

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: MODERN, ...headers },
    body: text,
  });
}

async function codeOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as { errors: { extensions: { code: unknown } }[] };
  return errors[0]?.extensions.code;
}

describe('GraphQL over HTTP', () => {
  it.each(serverAudits({ url: () => url, fetchFn: fetch }).map((audit) => [audit.name, audit] as const))(
    '%s',
    async (_name, audit) => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    },
  );

  it('answers a query by GET', async () => {
    const response = await fetch(`${url}?query=${encodeURIComponent('{ note(id: 7) }')}`);
    expect(await response.json()).toMatchObject({ data: { note: 'note 7' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a mutation by GET, and says which method is allowed', async () => {
    const response = await fetch(`${url}?query=${encodeURIComponent('mutation { write }')}`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('refuses other methods, media types and charsets', async () => {
    expect((await fetch(url, { method: 'PUT' })).status).toBe(405);
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('{}', { 'content-type': 'application/json; charset=latin1' })).status).toBe(415);
    expect((await post({ query: '{ note }' }, { accept: 'text/html' })).status).toBe(406);
  });

  it('refuses a body that is too large', async () => {
    const response = await post({ query: '{ note }', extensions: { padding: 'x'.repeat(2_000) } });
    expect(response.status).toBe(413);
    expect(await codeOf(response)).toBe('LIMIT_EXCEEDED');
  });

  it('answers 401 when the caller can not be identified', async () => {
    const response = await post({ query: '{ note }' }, { authorization: 'bad' });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await codeOf(response)).toBe('UNAUTHENTICATED');
  });

  it('hides an unexpected error and gives its log id', async () => {
    const response = await post({ query: '{ note }' }, { authorization: 'bug' });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('logId');
    expect(text).not.toContain('secret of the implementation');
    expect(reported).toHaveLength(1);
  });

  it('answers 200 when the request ran, though nothing came of it', async () => {
    const response = await post({ query: '{ fail }' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: null, errors: [{ path: ['fail'] }] });
  });

  it('sends subscriptions elsewhere', async () => {
    expect((await post({ query: 'subscription { ticks }' })).status).toBe(406);
  });

  it('aborts what it asked of subgraphs when the caller goes away', async () => {
    const aborted = new Promise<void>((resolve) => {
      hub.replace('notes', ({ signal }) => {
        leave.abort();
        return new Promise(() => {
          signal?.addEventListener('abort', () => {
            resolve();
          });
        });
      });
    });
    const leave = new AbortController();
    const gone = fetch(`${url}?query=${encodeURIComponent('{ stuck }')}`, { signal: leave.signal });
    await expect(gone).rejects.toThrow();
    await aborted;
    hub.replace('notes', null);
  });
});
