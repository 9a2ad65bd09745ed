import { JsonNumber } from '../../../../core/json-element.ts';
import type { Said } from './charge-item.ts';

/** What a value of a JSON file should be and is not. */
export interface WrongShape {
  /** Its JSON pointer. */
  readonly at: string;
  readonly expected: string;
  readonly got: string;
}

type Shape = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'null';

const WORDS: Readonly<Record<Shape, string>> = {
  text: '文本 (text)',
  number: '数 (number)',
  boolean: 'true, false',
  list: '列表 (list)',
  object: '对象 (object)',
  null: 'null',
};

/** Reads members of the objects of a JSON file, and keeps note of those that are not what they should be. */
export class JsonShapes {
  readonly wrong: WrongShape[] = [];
  /** Pointers of texts that are there and blank, which since version 3 must be left out instead. */
  readonly blank: string[] = [];

  /** A text, or a number where one should be, as it stands in the file; blank when left out. */
  said(from: JsonObject, member: string, shape: 'text' | 'number' = 'text'): Said {
    const value = from.members[member];
    const at = `${from.at}/${member}`;
    if (value === undefined) return { text: '', at };
    const is = shapeOf(value);
    if (is !== shape) this.#note(at, shape, is);
    return { text: this.#text(value, at), at };
  }

  /** A statement that is true or false, in these words; blank when left out. */
  confirmed(from: JsonObject, member: string): Said {
    const value = from.members[member];
    const at = `${from.at}/${member}`;
    if (value !== undefined && typeof value !== 'boolean') this.#note(at, 'boolean', shapeOf(value));
    return { text: typeof value === 'boolean' ? String(value) : '', at };
  }

  /** The objects of a list; none when it is left out. */
  objects(from: JsonObject, member: string): JsonObject[] {
    return this.#list(from, member).flatMap(
      (value, index) => this.object(value, `${from.at}/${member}/${String(index)}`) ?? [],
    );
  }

  /** The texts of a list, joined; blank when it is left out. */
  texts(from: JsonObject, member: string): Said {
    const at = `${from.at}/${member}`;
    const texts = this.#list(from, member).map((value, index) => {
      const is = shapeOf(value);
      if (is !== 'text') this.#note(`${at}/${String(index)}`, 'text', is);
      return this.#text(value, `${at}/${String(index)}`);
    });
    return { text: texts.filter((text) => text !== '').join('|'), at };
  }

  /** An object that is a member of another; null when it is left out. */
  member(from: JsonObject, member: string): JsonObject | null {
    const value = from.members[member];
    return value === undefined ? null : this.object(value, `${from.at}/${member}`);
  }

  /** A value as an object, or null when it is none. */
  object(value: unknown, at: string): JsonObject | null {
    const is = shapeOf(value);
    if (is === 'object') return { at, members: value as Record<string, unknown> };
    this.#note(at, 'object', is);
    return null;
  }

  /** Notes that an object stands where a list should. */
  notList(at: string): void {
    this.#note(at, 'list', 'object');
  }

  #list(from: JsonObject, member: string): readonly unknown[] {
    const value = from.members[member];
    if (Array.isArray(value)) return value;
    if (value !== undefined) this.#note(`${from.at}/${member}`, 'list', shapeOf(value));
    return [];
  }

  #text(value: unknown, at: string): string {
    if (value instanceof JsonNumber) return value.source;
    const text = typeof value === 'string' ? value.trim() : '';
    if (typeof value === 'string' && text === '') this.blank.push(at);
    return text;
  }

  #note(at: string, expected: Shape, got: Shape): void {
    this.wrong.push({ at, expected: WORDS[expected], got: WORDS[got] });
  }
}

/** An object of a JSON file and where it stands. */
export interface JsonObject {
  /** Its JSON pointer. */
  readonly at: string;
  readonly members: Readonly<Record<string, unknown>>;
}

function shapeOf(value: unknown): Shape {
  if (value === null || value === undefined) return 'null';
  if (value instanceof JsonNumber) return 'number';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'text' : 'object';
}
