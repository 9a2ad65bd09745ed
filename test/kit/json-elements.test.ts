import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonNumber, type JsonElement } from '../../core/json-element.ts';
import { Refused } from '../../core/refusal.ts';
import { jsonElements } from '../../subgraphs/kit/json-elements.ts';

const WANTED = { members: ['name', 'extra'], lists: ['items', 'more'] };

async function* pieces(texts: Iterable<string>): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

function* cut(text: string, length: number): Generator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function read(texts: Iterable<string>): Promise<JsonElement[]> {
  const all: JsonElement[] = [];
  for await (const elements of jsonElements(pieces(texts), WANTED)) all.push(...elements);
  return all;
}

/** As the standard parser would have it: numbers as floats. */
function plain(value: unknown): unknown {
  if (value instanceof JsonNumber) return Number(value.source);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

const refusalOf = async (texts: Iterable<string>): Promise<unknown> =>
  read(texts).then(
    () => 'taken',
    (error: unknown) => (error instanceof Refused ? error.refusals[0] : error),
  );

const value = fc.jsonValue({ maxDepth: 4 }).filter((one) => !JSON.stringify(one).includes('__proto__'));

describe('a JSON file read as it comes', () => {
  it('gives what the standard parser gives, wherever its text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ name: value, junk: value, items: fc.array(value), more: fc.array(value) }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(0, 2),
        async (file, length, indent) => {
          const elements = await read(cut(JSON.stringify(file, null, indent), length));
          const of = (list: string) => elements.filter(({ member, index }) => member === list && index !== null);
          const standard = JSON.parse(JSON.stringify(file)) as typeof file;
          expect(plain(elements.find(({ member }) => member === 'name')?.value)).toEqual(standard.name);
          for (const list of ['items', 'more'] as const) {
            expect(of(list).map((one) => plain(one.value))).toEqual(standard[list]);
            expect(of(list).map(({ index }) => index)).toEqual(standard[list].map((_one, index) => index));
          }
          expect(elements.some(({ member }) => member === 'junk')).toBe(false);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives numbers as they stand in the file', async () => {
    const elements = await read(['{"items":[0.10, 1e3, 12345678901234567890.12, -0]}']);
    expect(elements.map((one) => (one.value as JsonNumber).source)).toEqual([
      ...['0.10', '1e3', '12345678901234567890.12', '-0'],
    ]);
  });

  it('passes over a byte order mark, and keeps characters whole that are cut in two', async () => {
    const [element] = await read(['\uFEFF', '{"name":"医\uD83C', '\uDFE5"}']);
    expect(element).toEqual({ member: 'name', index: null, value: '医🏥' });
  });

  it('tells the members of an object that stands where a list should', async () => {
    expect(await read(['{"items":{"a":true}}'])).toEqual([{ member: 'items', index: 'a', value: true }]);
  });

  it('refuses a file that breaks off, at every one of its characters', async () => {
    const text = '{"name": "a\\u4e2d", "items": [{"x": [1.5, true]}, null], "more": []}';
    await Promise.all(
      Array.from({ length: text.length }, async (_none, end) => {
        expect(await refusalOf([text.slice(0, end)])).toMatchObject({ code: 'FILE_UNREADABLE' });
      }),
    );
    expect(await refusalOf([text])).toBe('taken');
  });

  it.each([
    ['no object', '[1]'],
    ['no object either', '"text"'],
    ['no JSON', 'hospital_name,version'],
    ['two objects', '{} {}'],
    ['something behind', '{"items":[]} x'],
    ['a missing comma', '{"items":[1 2]}'],
    ['a trailing comma', '{"items":[1,],"a":1}'],
    ['a bracket of the other kind', '{"items":[1}'],
    ['a name without a value', '{"items"}'],
    ['NaN', '{"items":[NaN]}'],
    ['a number with two points', '{"items":[1.2.3]}'],
  ])('refuses %s: %s', async (_what, text) => {
    expect(await refusalOf([text])).toMatchObject({ code: 'FILE_UNREADABLE', path: [] });
  });

  it.each([
    ['deep nesting', ['{"items":[', '['.repeat(1_000_000)], '嵌套'],
    ['deep nesting of what is not wanted', ['{"junk":', '{"a":'.repeat(100_000)], '嵌套'],
    ['a text without end', ['{"name":"', ...Array<string>(4_000).fill('a'.repeat(500_000))], '文字'],
    ['a name without end', ['{"', ...Array<string>(4_000).fill('a'.repeat(500_000))], '文字'],
    ['a number without end', ['{"name":', ...Array<string>(4_000).fill('1'.repeat(500_000))], '文字'],
    ['blanks without end', ['{', ...Array<string>(4_000).fill(' '.repeat(500_000))], '文字'],
    ['an element without end', ['{"items":[[', ...Array<string>(4_000).fill('1,'.repeat(250_000))], '一项'],
  ])('refuses %s after a few million characters, long before two billion', async (_what, texts, reason) => {
    let given = 0;
    const counted = function* (): Generator<string> {
      for (const text of texts) {
        given += text.length;
        yield text;
      }
    };
    const before = process.memoryUsage().rss;
    expect(await refusalOf(counted())).toMatchObject({
      code: 'FILE_UNREADABLE',
      got: expect.stringContaining(reason) as string,
    });
    expect(given).toBeLessThan(10_000_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
  });

  it('keeps nothing of elements that it has given', async () => {
    const element = `${JSON.stringify({ text: 'x'.repeat(1_000), list: [1, 2, 3] })},`;
    const block = element.repeat(100);
    const texts = function* (): Generator<string> {
      yield '{"items":[';
      for (let index = 0; index < 300; index += 1) yield block;
      yield 'null]}';
    };
    let [count, most] = [0, 0];
    const before = process.memoryUsage().heapUsed;
    for await (const elements of jsonElements(pieces(texts()), WANTED)) {
      count += elements.length;
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(count).toBe(30_001);
    expect(most).toBeLessThan(120_000_000);
  });

  it('stops when the text does, with its error', async () => {
    const failing = async function* (): AsyncGenerator<string> {
      yield await Promise.resolve('{"items":[');
      throw new RangeError('the upload stopped');
    };
    const reading = async (): Promise<void> => {
      for await (const elements of jsonElements(failing(), WANTED)) expect(elements).toEqual([]);
    };
    await expect(reading()).rejects.toThrow('the upload stopped');
  });
});
