import { detached } from './detached.ts';

/**
 * What a reader of CSV makes of whole records, in a tenth of its time; null for a text whose quotes are out of order,
 * which is for that reader to judge. That both say the same, tests hold.
 */
export function quickRecords(text: string, delimiter: string): readonly string[][] | null {
  if (text === '') return [];
  if (text.includes('"')) return quotedRecords(text, delimiter);
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => cellsOf(line, delimiter));
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells = line.split(delimiter);
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    cells[index] = detached(cell);
  }
  return cells;
}

function quotedRecords(text: string, delimiter: string): string[][] | null {
  const signs = new Signs(text, delimiter);
  const records: string[][] = [];
  for (let at = 0; at < text.length;) {
    const end = signs.lineEnd(at);
    if (signs.quote.from(at) >= end) {
      records.push(cellsOf(text.slice(at, end), delimiter));
      at = signs.lineAfter(end);
    } else {
      const cells: string[] = [];
      const last = quotedRecord(signs, at, cells);
      if (last === null) return null;
      records.push(cells);
      at = signs.lineAfter(last);
    }
  }
  return records;
}

/** Reads a record in which there are quotes; gives where it ends. */
function quotedRecord(signs: Signs, from: number, cells: string[]): number | null {
  for (let at = from; ; at += 1) {
    const end = signs.text[at] === '"' ? quotedEnd(signs, at, cells) : plainEnd(signs, at, cells);
    if (end === null) return null;
    if (end >= signs.text.length || end !== signs.delimiter.from(end)) return end;
    at = end;
  }
}

function plainEnd(signs: Signs, at: number, cells: string[]): number | null {
  const end = Math.min(signs.delimiter.from(at), signs.lineEnd(at));
  if (signs.quote.from(at) < end) return null;
  cells.push(detached(signs.text.slice(at, end)));
  return end;
}

function quotedEnd({ text, delimiter, quote, lineEnd }: Signs, at: number, cells: string[]): number | null {
  let close = quote.from(at + 1);
  while (text[close + 1] === '"') close = quote.from(close + 2);
  if (close >= text.length) return null;
  const end = close + 1;
  if (end < text.length && end !== delimiter.from(end) && end !== lineEnd(end)) return null;
  cells.push(detached(text.slice(at + 1, close).replaceAll('""', '"')));
  return end;
}

/** Where the signs of a text stand that divide it; asked from its beginning to its end. */
class Signs {
  readonly text: string;
  readonly quote: NextSign;
  readonly delimiter: NextSign;
  readonly #feed: NextSign;
  readonly #return: NextSign;

  constructor(text: string, delimiter: string) {
    this.text = text;
    this.quote = new NextSign(text, '"');
    this.delimiter = new NextSign(text, delimiter);
    this.#feed = new NextSign(text, '\n');
    this.#return = new NextSign(text, '\r');
  }

  readonly lineEnd = (at: number): number => Math.min(this.#feed.from(at), this.#return.from(at));

  lineAfter(end: number): number {
    return end + (this.text.startsWith('\r\n', end) ? 2 : 1);
  }
}

/** The next place of a sign, searched for only once it is passed. */
class NextSign {
  readonly #text: string;
  readonly #sign: string;
  #at = -1;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }

  /** The end of the text where there is none any more. */
  from(at: number): number {
    if (this.#at < at) {
      const found = this.#text.indexOf(this.#sign, at);
      this.#at = found < 0 ? this.#text.length : found;
    }
    return this.#at;
  }
}
