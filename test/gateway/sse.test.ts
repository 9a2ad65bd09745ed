import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { serveEvents, wantsEvents, type SseOptions } from '../../gateway/sse.ts';
import { ENTRIES, TICKS } from './subscriptions/hub.ts';
import { cursorOf } from './subscriptions/log-subgraph.ts';
import { settled } from './subscriptions/readers.ts';
import { listen, startEdge } from './subscriptions/served.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function serve(change: Partial<SseOptions> = {}, bounds: Parameters<typeof startEdge>[0] = {}) {
  const hub = startEdge(bounds);
  const handle = serveEvents({ ...hub.edge, bodyBytes: 10_000, ...change });
  const { port, stop } = await listen((request, response) => void handle(request, response));
  cleanups.push(stop);
  const url = `http://127.0.0.1:${String(port)}/graphql`;
  const get = (parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(`${url}?${new URLSearchParams(parameters).toString()}`, { headers });
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(
      url,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      typeof body === 'string' ? body : JSON.stringify(body),
    );
  return { ...hub, url, get, post };
}

/** One response, its text as far as it has come. */
class Answer {
  readonly response: IncomingMessage;
  text = '';
  ended = false;
  #heard = (): void => undefined;

  constructor(response: IncomingMessage) {
    this.response = response;
    response.setEncoding('utf8').on('data', (chunk: string) => {
      this.text += chunk;
      this.#heard();
    });
    response.on('close', () => {
      this.ended = true;
      this.#heard();
    });
    response.on('error', () => undefined);
  }

  async until(test: (text: string) => boolean): Promise<string> {
    while (!test(this.text) && !this.ended)
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    return this.text;
  }

  /** Everything up to the end of the response. */
  whole(): Promise<string> {
    return this.until(() => false);
  }
}

function ask(
  url: string,
  options: { method?: string; headers: Record<string, string> },
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      url,
      { ...options, headers: { accept: 'text/event-stream', ...options.headers } },
      (response) => {
        resolve(new Answer(response));
      },
    );
    cleanups.push(() => request.destroy());
    request.on('error', reject).end(body);
  });
}

const entry = (number: number): string =>
  `event: next\nid: ${cursorOf(number)}\ndata: {"data":{"entries":{"number":${String(number)}}}}\n\n`;
const RETRY = 'retry: 2000\n\n';
const COMPLETE = 'event: complete\nid: complete\ndata:\n\n';

describe('a stream of events', () => {
  it('gives each event with its cursor as id, though the client asked for neither', async () => {
    const { log, get } = await serve();
    log.append();
    log.append();
    const answer = await get({ query: ENTRIES, variables: JSON.stringify({ after: cursorOf(0) }) });
    expect(answer.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(await answer.until((text) => text.includes('"number":2'))).toBe(RETRY + entry(1) + entry(2));
  });

  it('goes on after Last-Event-ID, whatever the operation says', async () => {
    const { log, get } = await serve();
    for (let count = 0; count < 3; count += 1) log.append();
    for (const query of [
      ENTRIES,
      'subscription { entries { number } }',
      `subscription { entries(after: "${cursorOf(0)}") { number } }`,
    ]) {
      const answer = await get({ query }, { 'last-event-id': cursorOf(2) });
      expect(await answer.until((text) => text.includes('"number":3'))).toBe(RETRY + entry(3));
    }
  });

  it('moves the id over what does not fit, by an id without data', async () => {
    const { log, get } = await serve();
    const answer = await get({ query: ENTRIES, variables: JSON.stringify({ region: 'B' }) });
    await answer.until((text) => text.includes('epoch-0'));
    log.append('A');
    expect(await answer.until((text) => text.includes('epoch-1'))).toBe(`${RETRY}id: epoch-0\n\nid: epoch-1\n\n`);
  });

  it('comes by POST as well, and without ids when it can not be resumed', async () => {
    const { log, post } = await serve();
    const answer = await post({ query: TICKS });
    log.append();
    log.break(null);
    expect(await answer.whole()).toBe(
      `${RETRY}event: next\ndata: {"data":{"ticks":{"number":1,"text":"xxx"}}}\n\n${COMPLETE}`,
    );
  });

  it('breathes while nothing happens', async () => {
    const { get } = await serve({ keepAliveMs: 5 });
    const answer = await get({ query: TICKS });
    expect(await answer.until((text) => text.includes(':\n\n:\n\n'))).toContain(':\n\n:\n\n');
  });

  it('answers queries and mutations with one event', async () => {
    const { get, post } = await serve();
    expect(await (await post({ query: 'mutation { append(region: "A") }' })).whole()).toBe(
      `${RETRY}event: next\ndata: {"data":{"append":1}}\n\n${COMPLETE}`,
    );
    expect(await (await get({ query: '{ head }' })).whole()).toBe(
      `${RETRY}event: next\ndata: {"data":{"head":1}}\n\n${COMPLETE}`,
    );
  });

  it('leaves the upstream when the client goes', async () => {
    const { log, get } = await serve();
    const answer = await get({ query: TICKS });
    expect(log.counts.open).toBe(1);
    answer.response.destroy();
    while (log.counts.open > 0) await settled();
    expect(log.counts.open).toBe(0);
  });

  it('waits for a slow client, then reads the log for it, and misses nothing', async () => {
    const { log, get } = await serve({}, { queuedEvents: 2, recentEvents: 0 });
    log.textLength = 100_000;
    const answer = await get({ query: 'subscription { entries { number text } }' });
    answer.response.pause();
    for (let count = 0; count < 60; count += 1) {
      log.append();
      await settled();
    }
    answer.response.resume();
    const text = await answer.until((all) => all.includes('"number":60,'));
    const numbers = [...text.matchAll(/"number":(\d+)/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(log.counts.openings).toBeGreaterThan(1);
  });
});

describe('the end of a stream', () => {
  it('is told to a browser that connects again after it', async () => {
    const { get } = await serve();
    const answer = await get({ query: '{ head }' }, { 'last-event-id': 'complete' });
    expect(answer.response.statusCode).toBe(204);
  });

  it('is no completion when the hub stops: what is queued comes, then the client connects again', async () => {
    const { log, get, subscriptions } = await serve();
    const answer = await get({ query: ENTRIES });
    log.append();
    await settled();
    subscriptions.close('a new version');
    const text = await answer.whole();
    expect(text).toContain(entry(1));
    expect(text).not.toContain('complete');
    expect(await (await get({ query: ENTRIES })).whole()).toBe(RETRY);
  });

  it('is no completion when a subgraph stays away: the client sees why, and connects again', async () => {
    const { log, get } = await serve();
    log.away = true;
    const text = await (await get({ query: ENTRIES })).whole();
    expect(text).toContain('SUBGRAPH_UNAVAILABLE');
    expect(text).not.toContain('complete');
  });

  it('is a completion for an operation that is refused and for a token that has expired', async () => {
    const { get, time } = await serve();
    const refused = await (await get({ query: '{ nothing }' })).whole();
    expect(refused).toContain('Cannot query field');
    expect(refused.endsWith(COMPLETE)).toBe(true);
    const answer = await get({ query: TICKS }, { authorization: 'Bearer short' });
    await time.pass(61_000);
    const expired = await answer.whole();
    expect(expired).toContain('UNAUTHENTICATED');
    expect(expired.endsWith(COMPLETE)).toBe(true);
  });
});

describe('a request that gets no stream', () => {
  it.each([
    ['without a query', {}, 400, 'BAD_REQUEST'],
    ['with variables that are no JSON', { query: '{ head }', variables: '{' }, 400, 'BAD_REQUEST'],
    ['with variables that are no object', { query: '{ head }', variables: '[]' }, 400, 'BAD_REQUEST'],
    ['with a mutation by GET', { query: 'mutation { append(region: "A") }' }, 405, 'BAD_REQUEST'],
  ])('is one %s', async (_name, parameters: Record<string, string>, status, code) => {
    const { get, log } = await serve();
    const answer = await get(parameters);
    expect(answer.response.statusCode).toBe(status);
    expect(JSON.parse(await answer.whole())).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(log.entries).toEqual([]);
  });

  it('is one with a bad token, a body that is too large, no JSON, or of another type', async () => {
    const { get, post } = await serve();
    const statuses = [
      await get({ query: '{ head }' }, { authorization: 'Bearer forged' }),
      await post({ query: '{ head }', padding: 'x'.repeat(20_000) }),
      await post('{'),
      await post({ query: '{ head }' }, { 'content-type': 'text/plain' }),
    ].map(({ response }) => response.statusCode);
    expect(statuses).toEqual([401, 413, 400, 415]);
  });

  it('is one of another method', async () => {
    const { url } = await serve();
    const { response } = await ask(url, { method: 'DELETE', headers: {} });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, POST']);
  });

  it('hides what nobody expected behind an id', async () => {
    const { get, reports } = await serve({
      gateway: () => {
        throw new Error('a secret');
      },
    });
    const answer = await get({ query: '{ head }' });
    expect(answer.response.statusCode).toBe(500);
    expect(await answer.whole()).not.toContain('secret');
    expect(reports).toHaveLength(1);
  });
});

it('asks for events when its Accept names them', () => {
  const wants = (accept: string): boolean => wantsEvents({ headers: { accept } });
  expect(['text/event-stream', 'application/json, text/event-stream;q=0.9'].map(wants)).toEqual([true, true]);
  expect(['*/*', 'application/json', 'text/event-streams'].map(wants)).toEqual([false, false, false]);
});
