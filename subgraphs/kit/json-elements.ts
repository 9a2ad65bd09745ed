import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { JsonNumber, type JsonElement } from '../../core/json-element.ts';
import { Refused } from '../../core/refusal.ts';
import { unreadable } from './spreadsheet/unreadable.ts';

/** What of a JSON file is wanted: whole members of the object that it is, and members whose elements come one by one. */
export interface WantedElements {
  readonly members: readonly string[];
  readonly lists: readonly string[];
}

/** So much text is parsed at a time. */
const SLICE_CHARACTERS = 65_536;
/** The longest text, number or run of blanks. */
const LONGEST_TOKEN = 1_048_576;
/** The longest element, which is in memory whole. */
const LONGEST_ELEMENT = 4_194_304;
const DEEPEST = 32;
const EXPECTED = '完整的 .json 文件';

/**
 * Reads the wanted elements of a JSON object as its text comes, in memory that does not grow with the file. Members that
 * are not wanted are parsed and forgotten.
 *
 * @param text - decoded; a byte order mark at its beginning is passed over
 * @returns what each piece of text completes, together
 * @throws Refused FILE_UNREADABLE for text that is no JSON object or breaks off, for nesting deeper than 32, for one text
 * longer than a million characters or one element longer than four million
 */
export async function* jsonElements(
  text: AsyncIterable<string>,
  wanted: WantedElements,
): AsyncIterable<readonly JsonElement[]> {
  const parsing = new Parsing(wanted);
  for await (const slice of slices(text)) {
    const elements = parsing.read(slice);
    if (elements.length > 0) yield elements;
  }
  parsing.end();
}

class Parsing {
  readonly #tokens = new SourceTokenizer();
  readonly #parser: TokenParser;
  #elements: JsonElement[] = [];
  #read = 0;
  #sinceToken = 0;
  #sinceElement = 0;
  #depth = 0;

  constructor({ members, lists }: WantedElements) {
    const paths = [...members.map((name) => `$.${name}`), ...lists.map((name) => `$.${name}.*`)];
    this.#parser = new TokenParser({ paths, keepStack: false });
    this.#parser.onValue = ({ value, key, stack }) => this.#take(value, stack.length > 1 ? stack[1]?.key : key, key);
    this.#tokens.onToken = (token) => {
      this.#sinceToken = 0;
      this.#nest(token.token);
      this.#parser.write(token);
    };
  }

  read(slice: string): readonly JsonElement[] {
    this.#read += slice.length;
    this.#sinceToken += slice.length;
    this.#sinceElement += slice.length;
    this.#guarded(() => this.#tokens.write(slice));
    if (this.#sinceToken > LONGEST_TOKEN) throw unreadable(EXPECTED, `一段文字超过 ${String(LONGEST_TOKEN)} 个字符`);
    if (this.#sinceElement > LONGEST_ELEMENT) throw unreadable(EXPECTED, `一项超过 ${String(LONGEST_ELEMENT)} 个字符`);
    const elements = this.#elements;
    this.#elements = [];
    return elements;
  }

  end(): void {
    this.#guarded(() => this.#tokens.end());
    if (!this.#parser.isEnded) throw unreadable(EXPECTED, this.#read === 0 ? '空文件' : '文件在中途断开');
  }

  #take(value: unknown, first: string | number | undefined, key: string | number | undefined): void {
    this.#sinceElement = 0;
    this.#elements.push({ member: String(first), index: this.#depth > 1 ? (key ?? null) : null, value });
  }

  #nest(token: TokenType): void {
    const isOpening = token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET;
    if (this.#depth === 0 && token !== TokenType.LEFT_BRACE && !this.#parser.isEnded)
      throw unreadable('以 { 开头的 .json 文件', '其他内容');
    if (isOpening) this.#depth += 1;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.#depth -= 1;
    if (this.#depth > DEEPEST) throw unreadable(EXPECTED, `嵌套超过 ${String(DEEPEST)} 层`);
  }

  /** The parser's own errors say what it was doing, in its words; people are told where. */
  #guarded(parse: () => void): void {
    try {
      parse();
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw unreadable(EXPECTED, `第 ${String(this.#read)} 个字符之前有 JSON 语法错误`);
    }
  }
}

/** Gives numbers as they stand in the file. */
class SourceTokenizer extends Tokenizer {
  /** The library passes on whatever this returns as the token's value, without looking into it. */
  protected override parseNumber(source: string): number {
    return new JsonNumber(source) as unknown as number;
  }
}

/** Pieces of bounded length, none of which ends within a character. */
async function* slices(text: AsyncIterable<string>): AsyncIterable<string> {
  let rest = '';
  let isFirst = true;
  for await (const piece of text) {
    let whole = rest + piece;
    if (isFirst && whole !== '') {
      whole = whole.replace(/^\uFEFF/, '');
      isFirst = false;
    }
    rest = /[\uD800-\uDBFF]$/.test(whole) ? whole.slice(-1) : '';
    const end = whole.length - rest.length;
    for (let at = 0; at < end;) {
      let next = Math.min(at + SLICE_CHARACTERS, end);
      if (next < end && /[\uD800-\uDBFF]/.test(whole[next - 1] ?? '')) next -= 1;
      yield whole.slice(at, next);
      at = next;
    }
  }
  if (rest !== '') yield rest;
}
