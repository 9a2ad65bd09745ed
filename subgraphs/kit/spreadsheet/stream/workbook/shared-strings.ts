import { overLimit, type StreamLimits } from '../../limits.ts';
import type { Archive } from './archive.ts';
import { damaged } from './damaged.ts';
import { unescaped } from './escapes.ts';
import { readXml } from './xml.ts';

const PAGE_BYTES = 1024 * 1024;
/** What a place in the list costs. */
const PLACE_BYTES = 8;

/** The texts that cells refer to by their place, kept as bytes: as texts they would take several times the memory. */
export class SharedStrings {
  readonly #pages: Buffer[] = [];
  /** For each text its page and where in it it ends, and whether it begins a page. */
  #places = new Uint32Array(2048);
  #count = 0;
  #used = 0;
  #bytes = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text);
    this.#bytes += length + PLACE_BYTES;
    if (this.#bytes > this.#most) throw overLimit('bytes of texts that cells share', this.#most, 'more');
    let page = this.#pages.at(-1);
    if (page === undefined || this.#used + length > page.length) {
      page = Buffer.allocUnsafeSlow(Math.max(PAGE_BYTES, length));
      this.#pages.push(page);
      this.#used = 0;
    }
    page.write(text, this.#used);
    this.#used += length;
    this.#place(this.#pages.length - 1, this.#used);
  }

  /** @throws Refused for a place that there is not */
  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count)
      throw damaged(`没有第 ${String(index)} 个共享文字`);
    const page = this.#places[2 * index] ?? 0;
    const isFirst = index === 0 || this.#places[2 * index - 2] !== page;
    const from = isFirst ? 0 : this.#places[2 * index - 1];
    return this.#pages[page]?.toString('utf8', from, this.#places[2 * index + 1]) ?? '';
  }

  #place(page: number, end: number): void {
    if (2 * this.#count >= this.#places.length) {
      const larger = new Uint32Array(2 * this.#places.length);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places[2 * this.#count] = page;
    this.#places[2 * this.#count + 1] = end;
    this.#count += 1;
  }
}

/** Reads the shared texts of a workbook; the readings beside Chinese and Japanese characters are no part of them. */
export async function sharedStrings(
  archive: Archive,
  path: string | null,
  { sharedTextBytes }: StreamLimits,
): Promise<SharedStrings> {
  const strings = new SharedStrings(sharedTextBytes);
  if (path === null) return strings;
  let text = '';
  let phonetic = 0;
  let isText = false;
  await readXml(archive.part(path), {
    open(name, _attributes, depth) {
      if (depth === 2) text = '';
      if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name, depth) {
      isText = false;
      if (name === 'rPh') phonetic -= 1;
      if (depth === 2 && name === 'si') strings.add(unescaped(text));
    },
  });
  return strings;
}
