import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { CountyEntry, RecordsRequest } from '../../aggregator/reach/county-hub.ts';
import { at, problemOf, REGION, strangeHub, type Answering, type StrangeHub } from './strange-hub.ts';

let hub: StrangeHub;
afterEach(() => hub.close());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const NDJSON = { 'content-type': 'application/x-ndjson; charset=utf-8' };

const record = (subjectId: string, changed: Record<string, unknown> = {}) => ({
  ...{ id: `e-${subjectId}`, kind: 'PUBLISHED', subject: 'DOCUMENT', subjectId, origin: 'hub-1', region: REGION },
  ...{ occurredAt: '2026-11-01T00:00:00.000Z', publisher: null, catalogueItems: [], payload: { n: 1 } },
  ...changed,
});
const IDS = ['a', 'b', 'Ω', '𝒜'];
const begin = { export: { subject: 'DOCUMENT', cursor: at(9), region: REGION } };
const endOf = (ids: readonly string[]) => {
  const lines = ids.map((id) => `${id} ${sha256(`["DOCUMENT","${id}",{"n":1}]`)}\n`);
  return { end: { count: ids.length, digest: sha256(lines.join('')) } };
};
const textOf = (lines: readonly unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const FILE = Buffer.from(textOf([begin, ...IDS.map((id) => record(id)), endOf(IDS)]));

const send = (response: ServerResponse, bytes: Buffer | string) => response.writeHead(200, NDJSON).end(bytes);
const offsetOf = (url = '') => Number(new URL(url, 'http://hub').searchParams.get('offset') ?? '0');

async function read(request: Partial<RecordsRequest> = {}): Promise<{ entries: CountyEntry[]; offset: number }> {
  const entries: CountyEntry[] = [];
  let offset = 0;
  for await (const part of hub.county.records('DOCUMENT', { at: at(9), ...request })) {
    entries.push(...part.entries);
    offset = part.offset;
  }
  return { entries, offset };
}

/** Gives only so many bytes at a time, and then ends as it is told to. */
const pieces =
  (size: number, over: (response: ServerResponse) => unknown): Answering =>
  (response, { url }) => {
    const rest = FILE.subarray(offsetOf(url));
    response.writeHead(200, NDJSON);
    if (rest.length <= size) response.end(rest);
    else response.write(rest.subarray(0, size), () => over(response));
  };

describe('a file of a county', () => {
  it('is read to its end, which is checked', async () => {
    hub = await strangeHub((response) => send(response, FILE));
    const { entries, offset } = await read({ expect: endOf(IDS).end });
    expect(entries.map(({ subjectId }) => subjectId)).toEqual(IDS);
    expect(entries[0]).toMatchObject({ cursor: null, recordDigest: sha256('["DOCUMENT","a",{"n":1}]') });
    expect(FILE.subarray(offset).toString()).toBe(textOf([endOf(IDS)]));
    expect(hub.asked).toEqual([`GET /export/document.ndjson?at=${at(9)}&region=${REGION}`]);
  });

  it('goes on from any part that it gave', async () => {
    hub = await strangeHub((response, { url }) => send(response, FILE.subarray(offsetOf(url))));
    const { offset } = await read();
    expect(await read({ offset })).toEqual({ entries: [], offset: 0 });
    const second = Buffer.byteLength(textOf([begin, record('a')]));
    expect((await read({ offset: second, expect: endOf(IDS).end })).entries).toHaveLength(3);
  });

  it.each([
    ['breaks within lines', (response: ServerResponse) => response.destroy()],
    ['stalls', () => undefined],
    ['ends before its last line', (response: ServerResponse) => response.end()],
  ])('that %s is made good from where it ended', async (_what, over) => {
    hub = await strangeHub(pieces(300, over));
    expect((await read({ expect: endOf(IDS).end })).entries.map(({ subjectId }) => subjectId)).toEqual(IDS);
    expect(hub.asked.length).toBeGreaterThan(3);
  });

  it('is given up when nothing new comes a few times', async () => {
    hub = await strangeHub(pieces(20, (response) => response.destroy()));
    await expect(read()).rejects.toMatchObject({ code: 'BROKEN' });
    expect(hub.asked).toHaveLength(4);
  });

  it('without its last line is not whole', async () => {
    const text = textOf([begin, record('a')]);
    hub = await strangeHub((response, { url }) => send(response, Buffer.from(text).subarray(offsetOf(url))));
    await expect(read()).rejects.toMatchObject({ code: 'BROKEN' });
  });

  it.each<[string, readonly unknown[], Partial<RecordsRequest>?]>([
    ['is of another subject', [{ export: { ...begin.export, subject: 'PRICE' } }, endOf([])]],
    ['is of another place', [{ export: { ...begin.export, cursor: at(8) } }, endOf([])]],
    ['is of another region', [{ export: { ...begin.export, region: null } }, endOf([])]],
    ['does not begin', [record('a'), endOf(['a'])]],
    ['begins twice', [begin, begin, endOf([])]],
    ['goes on behind its end', [begin, endOf([]), record('a')]],
    ['has records out of order', [begin, record('b'), record('a'), endOf(['b', 'a'])]],
    ['is sorted by UTF-16', [begin, record('𝒜'), record('\uff41'), endOf(['𝒜', '\uff41'])]],
    ['has a record twice', [begin, record('a'), record('a'), endOf(['a', 'a'])]],
    ['has a tombstone', [begin, record('a', { kind: 'WITHDRAWN' }), endOf(['a'])]],
    ['has a record of another region', [begin, record('a', { region: '140522' }), endOf(['a'])]],
    ['has a record of another subject', [begin, record('a', { subject: 'PRICE' }), endOf(['a'])]],
    ['has a record without a payload', [begin, record('a', { payload: 1 }), endOf(['a'])]],
    ['has too few records', [begin, record('a'), endOf(['a', 'b'])]],
    ['has changed records', [begin, record('a', { payload: { n: 2 } }), endOf(['a'])]],
    ['has other records than its manifest', [begin, record('a'), endOf(['a'])], { expect: endOf(['b']).end }],
    ['has more records than its manifest', [begin, record('a'), record('b')], { expect: endOf(['a']).end }],
    ['goes beyond its range', [begin, record('c'), endOf(['c'])], { range: { after: null, until: 'b' } }],
    ['begins before its range', [begin, record('a'), endOf(['a'])], { range: { after: 'a', until: null } }],
    ['has a list for a line', [begin, [], endOf([])]],
  ])('that %s is refused', async (_what, lines, request = {}) => {
    hub = await strangeHub((response) => send(response, textOf(lines)));
    await expect(read(request)).rejects.toMatchObject({ code: 'FORGED_FILE' });
    expect(hub.asked).toHaveLength(1);
  });

  it.each([
    ['text that is not JSON', Buffer.from('{"export"\n')],
    ['an empty line', Buffer.from(`${textOf([begin])}\n`)],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22, 0x0a])],
  ])('with %s is refused', async (_what, bytes) => {
    hub = await strangeHub((response) => send(response, bytes));
    await expect(read()).rejects.toMatchObject({ code: 'FORGED_FILE' });
  });

  it.each([
    ['packed', true],
    ['as it is', false],
  ])('with a line that does not end is given up early, %s', async (_what, isPacked) => {
    const endless = Buffer.alloc(20 * 1_048_576, 'x');
    hub = await strangeHub((response) => {
      response.writeHead(200, { ...NDJSON, ...(isPacked && { 'content-encoding': 'gzip' }) });
      response.end(isPacked ? gzipSync(endless) : endless);
    });
    await expect(read()).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(hub.asked).toHaveLength(1);
  });

  it('takes the longest payload there is, in Chinese', async () => {
    const payload = { title: '公'.repeat(1_048_576 - '{"title":""}'.length) };
    const digest = sha256(`a ${sha256(`["DOCUMENT","a",${JSON.stringify(payload)}]`)}\n`);
    hub = await strangeHub((response) =>
      send(response, textOf([begin, record('a', { payload }), { end: { count: 1, digest } }])),
    );
    expect((await read()).entries).toHaveLength(1);
  });

  it('comes in parts that are not too large', async () => {
    const ids = Array.from({ length: 1_203 }, (_one, n) => `d-${String(n).padStart(5, '0')}`);
    hub = await strangeHub((response) => send(response, textOf([begin, ...ids.map((id) => record(id)), endOf(ids)])));
    const sizes: number[] = [];
    for await (const { entries } of hub.county.records('DOCUMENT', { at: at(9) })) sizes.push(entries.length);
    expect(sizes).toEqual([500, 500, 203]);
  });
});

describe('a file of lines beside the log', () => {
  const lines = async (path: string) => {
    const all: string[] = [];
    for await (const some of hub.county.lines(path)) all.push(...some);
    return all;
  };

  it('comes line by line, packed or not', async () => {
    hub = await strangeHub((response, { url }) => {
      const isPacked = url?.includes('packed') === true;
      response.writeHead(200, { ...NDJSON, ...(isPacked && { 'content-encoding': 'gzip' }) });
      response.end(isPacked ? gzipSync('一\n二\n') : '一\n二\n');
    });
    expect(await lines('/exports/price-periods?list=plain')).toEqual(['一', '二']);
    expect(await lines('/exports/price-periods?list=packed')).toEqual(['一', '二']);
  });

  it.each<[string, Answering]>([
    ['within a line', (response) => send(response, '一\n二')],
    ['before its end', (response) => response.writeHead(200, NDJSON).write('一\n', () => response.destroy())],
    [
      'before its end, packed',
      (response) =>
        response
          .writeHead(200, { ...NDJSON, 'content-encoding': 'gzip' })
          .end(gzipSync('一\n二\n'.repeat(99)).subarray(0, -1)),
    ],
  ])('that breaks off %s throws', async (_where, answering) => {
    hub = await strangeHub(answering);
    await expect(lines('/exports/prices?list=1')).rejects.toMatchObject({ code: 'BROKEN' });
  });

  it('whose end can not be told from a broken connection is refused', async () => {
    hub = await strangeHub((response) => {
      response.socket?.end('HTTP/1.1 200 OK\r\ncontent-type: application/x-ndjson\r\n\r\n{}\n');
    });
    await expect(lines('/exports/prices?list=1')).rejects.toMatchObject({ code: 'NOT_A_HUB' });
  });

  it.each([
    ['http://elsewhere.example/exports/prices', '//elsewhere.example/exports/prices', '/export/price.ndjson'],
    ['/exports/../imports/prices', '/exports/prices#x', '/exports/prices?a=\r\nx: y'],
  ])('is one of the hub itself, not %s, %s, %s', async (...paths) => {
    hub = await strangeHub((response) => send(response, ''));
    for (const path of paths) expect(await problemOf(lines(path))).toBeInstanceOf(TypeError);
    expect(hub.asked).toEqual([]);
  });
});
