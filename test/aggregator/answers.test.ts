import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ReachProblem } from '../../aggregator/reach/county-hub.ts';
import { at, json, problemOf, strangeHub, TOKEN, type Answering, type StrangeHub } from './strange-hub.ts';

let hub: StrangeHub;
afterEach(() => hub.close());

const html: Answering = (response) => {
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end(`<html>\n\t<title>登录 ${TOKEN}</title>${'x'.repeat(999)}`);
};
const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (response) => {
    response.writeHead(code, { 'content-type': 'text/plain', ...headers }).end('no');
  };
const fault =
  (code: string, more: Record<string, unknown> = {}): Answering =>
  (response) => {
    json(response, { data: null, errors: [{ message: `It was ${TOKEN}`, extensions: { code, ...more } }] });
  };
const raw =
  (text: string): Answering =>
  (response) => {
    response.socket?.end(text);
  };

describe('an answer of a county', () => {
  it.each<[string, Answering, object]>([
    ['a page for people', html, { code: 'NOT_A_HUB', details: { status: 200 } }],
    ['a redirect', status(302, { location: 'http://127.0.0.1:1/' }), { code: 'NOT_A_HUB', details: { status: 302 } }],
    ['a redirect that says it is JSON', status(307, { 'content-type': 'application/json' }), { code: 'NOT_A_HUB' }],
    ['nothing at that place', status(404), { code: 'NOT_A_HUB', details: { status: 404 } }],
    ['a token that is not taken', status(401), { code: 'REFUSED', details: { status: 401 } }],
    ['a person who may not', status(403), { code: 'REFUSED' }],
    ['no time', status(503, { 'retry-after': '7' }), { code: 'BUSY', details: { status: 503, retryAfterSeconds: 7 } }],
    ['too many requests', status(429), { code: 'BUSY', details: { status: 429, retryAfterSeconds: null } }],
    [
      'no time until an instant',
      status(503, { date: 'Wed, 25 Nov 2026 10:00:00 GMT', 'retry-after': 'Wed, 25 Nov 2026 10:01:30 GMT' }),
      { code: 'BUSY', details: { retryAfterSeconds: 90 } },
    ],
    ['a proxy with nothing behind it', status(502), { code: 'UNREACHABLE', details: { status: 502 } }],
    ['text that says it is JSON', (response) => json(response, undefined), { code: 'NOT_A_HUB' }],
    ['JSON of something else', (response) => json(response, [1, 2]), { code: 'NOT_A_HUB' }],
    ['a fault of a cursor', fault('CURSOR_INVALID'), { code: 'CURSOR_INVALID' }],
    ['a fault of another log', fault('CURSOR_FOREIGN'), { code: 'CURSOR_FOREIGN' }],
    [
      'a fault of history',
      fault('CURSOR_TRIMMED', { oldest: at(9) }),
      { code: 'CURSOR_TRIMMED', details: { oldest: at(9) } },
    ],
    ['a fault of signing in', fault('UNAUTHENTICATED'), { code: 'REFUSED' }],
    ['a fault of rights', fault('FORBIDDEN'), { code: 'REFUSED' }],
    ['a fault of time', fault('SHUTTING_DOWN'), { code: 'BUSY', details: { hubCode: 'SHUTTING_DOWN' } }],
    ['a fault of the question', fault('GRAPHQL_VALIDATION_FAILED'), { code: 'INCOMPATIBLE' }],
    ['a fault of its own', fault('INTERNAL'), { code: 'HUB_FAULT', details: { hubCode: 'INTERNAL' } }],
    ['a fault that is called by the token', fault(TOKEN), { code: 'HUB_FAULT', details: { hubCode: null } }],
    ['nothing at all', () => undefined, { code: 'STALLED' }],
    ['no HTTP', raw('SSH-2.0-OpenSSH_9.6\r\n\r\n'), { code: 'NOT_A_HUB' }],
    ['a closed connection', raw(''), { code: 'BROKEN' }],
    [
      'half an answer',
      raw('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"data"'),
      { code: 'BROKEN' },
    ],
    [
      'an answer that stops',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"data"'),
      { code: 'STALLED' },
    ],
    [
      'an answer in a packing that was not asked for',
      (response) =>
        void response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br' }).end('x'),
      { code: 'NOT_A_HUB' },
    ],
    [
      'an answer that is not packed as it says',
      (response) =>
        void response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('{}'),
      { code: 'BROKEN' },
    ],
  ])('that is %s is told as what it is, without the token', async (_what, answering, expected) => {
    hub = await strangeHub(answering);
    const problem = await problemOf(hub.county.digests(at(1)));
    expect(problem).toBeInstanceOf(ReachProblem);
    expect(problem).toMatchObject(expected);
    expect(inspect(problem, { depth: null, showHidden: true })).not.toContain(TOKEN);
  });

  it('that is a page for people is shown with what it begins with', async () => {
    hub = await strangeHub(html);
    await expect(hub.county.manifest(null)).rejects.toThrow(
      /status 200, "text\/html", "<html> <title>登录 …<\/title>x{30,}"\.$/,
    );
  });

  it('that trickles is given up', async () => {
    const timers: NodeJS.Timeout[] = [];
    hub = await strangeHub(
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        timers.push(setInterval(() => response.write(' '), 20));
      },
      { patienceMs: 400 },
    );
    const problem = await problemOf(hub.county.digests(at(1)));
    for (const timer of timers) clearInterval(timer);
    expect(problem).toMatchObject({ code: 'STALLED' });
  });

  it('that unpacks to more than was sent is given up before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1_048_576, ' '));
    expect(bomb.length).toBeLessThan(1_048_576);
    hub = await strangeHub((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
    });
    const before = process.memoryUsage().arrayBuffers;
    await expect(hub.county.digests(at(1))).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 * 1_048_576);
  });

  it('that does not come since nothing listens', async () => {
    hub = await strangeHub(html);
    hub.server.close();
    hub.server.closeAllConnections();
    await expect(hub.county.digests(at(1))).rejects.toMatchObject({
      code: 'UNREACHABLE',
      details: { reason: 'ECONNREFUSED' },
    });
  });

  it('is not waited for once the hub is left', async () => {
    hub = await strangeHub(() => undefined, { headersMs: 20_000 });
    const asking = problemOf(hub.county.digests(at(1)));
    await hub.county.close();
    expect(await asking).toMatchObject({ code: 'CLOSED' });
  });
});
