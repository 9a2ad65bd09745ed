import { SaxesParser } from 'saxes';
import { encodingsOf } from '../../decode-text.ts';
import { decoded, NotInEncoding } from '../decoded.ts';
import { damaged } from './damaged.ts';

/** What is told of an element as it comes; names without their prefixes. */
export interface ElementHandler {
  /** @param depth - 1 for the outermost element */
  open?(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  close?(name: string, depth: number): void;
  text?(text: string): void;
}

const MOST_DEPTH = 100;
/** No text, tag or comment of a workbook is longer; parsers keep one in memory until it ends. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads XML as it comes. Declarations of entities are refused, so nothing expands.
 *
 * @throws Refused for XML that is broken
 */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handler: ElementHandler): Promise<void> {
  const parser = new Parser(handler);
  for await (const text of xmlText(bytes)) parser.take(text);
  parser.end();
}

/** The same, giving after every step what the handler has gathered. */
export async function* gatheredXml<Value>(
  bytes: AsyncIterable<Uint8Array>,
  handler: ElementHandler & { readonly fetch: () => Value },
): AsyncGenerator<Value, void, void> {
  const parser = new Parser(handler);
  for await (const text of xmlText(bytes)) {
    parser.take(text);
    yield handler.fetch();
  }
  parser.end();
}

/** The text of a part: UTF-8, or what its byte order mark says. */
export async function* xmlText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, void> {
  const pieces = bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) throw damaged('空的 XML');
  const [{ label }] = encodingsOf(first.value) as [ReturnType<typeof encodingsOf>[number]];
  try {
    yield* decoded(startingWith(first.value, pieces), label);
  } catch (error) {
    throw error instanceof NotInEncoding ? damaged('XML 的编码有误') : error;
  }
}

async function* startingWith(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

class Parser {
  readonly #sax = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  readonly #local = new Map<string, string>();
  #depth = 0;
  #events = 0;
  #quietCharacters = 0;

  constructor(handler: ElementHandler) {
    const text = (value: string): void => {
      this.#events += 1;
      handler.text?.(value);
    };
    this.#sax.on('opentag', ({ name, attributes }) => {
      this.#events += 1;
      this.#depth += 1;
      if (this.#depth > MOST_DEPTH) throw damaged('XML 嵌套过深');
      handler.open?.(this.#localName(name), attributes, this.#depth);
    });
    this.#sax.on('closetag', ({ name }) => {
      this.#events += 1;
      handler.close?.(this.#localName(name), this.#depth);
      this.#depth -= 1;
    });
    this.#sax.on('text', text);
    this.#sax.on('cdata', text);
    this.#sax.on('doctype', () => {
      throw damaged('XML 里有 DTD');
    });
    this.#sax.on('error', (error) => {
      throw damaged(`XML 有误：${error.message}`);
    });
  }

  take(text: string): void {
    const before = this.#events;
    this.#sax.write(text);
    this.#quietCharacters = this.#events === before ? this.#quietCharacters + text.length : 0;
    if (this.#quietCharacters > MOST_CHARACTERS) throw damaged('XML 里有过长的内容');
  }

  end(): void {
    this.#sax.close();
  }

  #localName(name: string): string {
    let local = this.#local.get(name);
    if (local === undefined) {
      local = name.slice(name.indexOf(':') + 1);
      if (this.#local.size < 1000) this.#local.set(name, local);
    }
    return local;
  }
}
