import { readdir, readlink } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../core/fault.ts';
import type { RouteRequest } from '../../subgraphs/kit/route.ts';
import { spool, spoolUpload } from '../../subgraphs/kit/spool.ts';
import { SpooledLines } from '../../subgraphs/kit/spooled-lines.ts';
import { readUpload } from '../../subgraphs/kit/upload.ts';
import { oneByOne } from '../support/opened.ts';

const BOUNDARY = 'part';
const CONTENT = Buffer.from('编码,名称\r\n--par\r\n110200001,普通门诊诊查费\r\n');
const part = (content: Uint8Array | string, name = '价格.csv'): Buffer =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
const form = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);

function request(body: AsyncIterable<Uint8Array>, headers: Record<string, string> = {}, query = ''): RouteRequest {
  return {
    method: 'POST',
    path: '/imports/prices',
    query: new URLSearchParams(query),
    headers,
    body,
    scope: { viewer: null, locale: 'zh', requestId: 'spool' },
    signal: new AbortController().signal,
  };
}

const AS_FORM = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
const upload = (body: Uint8Array, headers?: Record<string, string>, query?: string) =>
  request(oneByOne([body]), headers, query);

/** The files that this process has open and nobody can find. */
async function temporaryFiles(): Promise<string[]> {
  const open = await readdir('/proc/self/fd');
  const targets = await Promise.all(open.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return targets.filter((target) => target.includes('disclosure-hub-'));
}

let before: string[] = [];
beforeEach(async () => {
  before = await temporaryFiles();
});
afterEach(async () => {
  expect(await temporaryFiles()).toEqual(before);
});

describe('an upload', () => {
  it.each([
    ['as the body', upload(CONTENT), null],
    ['as the body, with a name', upload(CONTENT, {}, 'name=a.csv'), 'a.csv'],
    ['as the file of a form', upload(form(part(CONTENT)), AS_FORM), '价格.csv'],
    [
      'as the file of a form in single bytes',
      request(oneByOne([...form(part(CONTENT))].map((byte) => Uint8Array.of(byte))), AS_FORM),
      '价格.csv',
    ],
  ])('%s is kept on disk without a name there', async (_how, sent, name) => {
    const file = await spoolUpload(sent);
    expect(file).toMatchObject({ fileName: name, size: CONTENT.length });
    expect(await temporaryFiles()).toEqual([...before, expect.stringMatching(/\(deleted\)$/)]);
    expect(await file.read(0, 1_000_000)).toEqual(CONTENT);
    expect(await file.read(8, 5)).toEqual(CONTENT.subarray(8, 13));
    expect(await file.stream(3).toArray()).toEqual([CONTENT.subarray(3)]);
    expect(await file.stream().toArray()).toEqual([CONTENT]);
    await file.dispose();
    await file.dispose();
  });

  it('of many pieces comes back whole', async () => {
    const pieces = Array.from({ length: 300 }, (_none, index) => Buffer.alloc(1 + ((index * 7919) % 3000), index));
    const file = await spoolUpload(request(oneByOne([form(part(Buffer.concat(pieces)))]), AS_FORM));
    const same = await spool(oneByOne(pieces), 'b');
    const whole = Buffer.concat(pieces);
    for (const kept of [file, same]) expect(whole.equals(await kept.read(0, kept.size))).toBe(true);
    file.keepBeside(same);
    await file.dispose();
  });

  it.each([
    ['as the body', CONTENT, {}],
    ['as the file of a form', form(part(CONTENT)), AS_FORM],
  ])('%s that stops at any byte leaves nothing, and says what stopped it', async (_how, sent, headers) => {
    for (let length = 0; length < sent.length; length += 1) {
      const stopped = new Fault('CANCELLED', `after ${length} bytes`);
      const body = (async function* () {
        yield* oneByOne([sent.subarray(0, length)]);
        throw stopped;
      })();
      await expect(spoolUpload(request(body, headers))).rejects.toBe(stopped);
    }
    expect(await temporaryFiles()).toEqual(before);
  });

  it('whose form is cut off is refused', async () => {
    const sent = form(part(CONTENT));
    for (let length = 0; length < sent.length - 4; length += 1) {
      await expect(spoolUpload(upload(sent.subarray(0, length), AS_FORM))).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    }
  });

  it.each([
    ['no file', form(), 'got none'],
    ['two files', form(part('a'), part('b'.repeat(300_000))), 'got 2 files'],
  ])('with %s is refused, on disk and in memory alike', async (_what, sent, problem) => {
    await expect(spoolUpload(upload(sent, AS_FORM))).rejects.toThrow(problem);
    await expect(readUpload(upload(sent, AS_FORM))).rejects.toThrow(problem);
  });

  it('is taken no faster than the disk takes it', async () => {
    let ahead = 0;
    const body = (async function* () {
      for (let piece = 0; piece < 3200; piece += 1) {
        ahead = Math.max(ahead, process.memoryUsage().arrayBuffers);
        yield await Promise.resolve(Buffer.alloc(65_536, piece));
      }
    })();
    const first = process.memoryUsage().arrayBuffers;
    const file = await spoolUpload(request(body));
    expect(file.size).toBe(3200 * 65_536);
    expect(ahead - first).toBeLessThan(100_000_000);
    await file.dispose();
  });
});

describe('lines on disk', () => {
  it('come back in their order, as often as wanted, and more may be added', async () => {
    const lines = await SpooledLines.open();
    const all = Array.from(
      { length: 20_000 },
      (_none, index) => `${index} 第${index % 7}行\r ${'价'.repeat(index % 11)}`,
    );
    const read = async () => {
      const got: string[] = [];
      for await (const line of lines.lines()) got.push(line);
      return got;
    };
    expect(await read()).toEqual([]);
    for (const line of all) await lines.append(line);
    expect(await read()).toEqual(all);
    await Promise.all([lines.append(''), lines.append('\uFEFF末')]);
    expect(await read()).toEqual([...all, '', '\uFEFF末']);
    expect(lines.count).toBe(20_002);
    await lines.dispose();
  });

  it('are single lines', async () => {
    const lines = await SpooledLines.open();
    await expect(lines.append('a\nb')).rejects.toThrow(RangeError);
    await lines.dispose();
  });
});
