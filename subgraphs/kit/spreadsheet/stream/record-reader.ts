import { csvRecords } from '../csv-records.ts';
import { overLimit } from '../limits.ts';
import { LineCount } from './line-count.ts';
import { quickRecords } from './quick-records.ts';

/** Reads the records of a text of cells piece by piece, wherever the pieces end. */
export class RecordReader {
  readonly #delimiter: string;
  readonly #mostCharacters: number;
  readonly #lines = new LineCount();
  #rest = '';

  /** @param mostCharacters - of one record */
  constructor(delimiter: string, mostCharacters: number) {
    this.#delimiter = delimiter;
    this.#mostCharacters = mostCharacters;
  }

  /** The records that this piece completes. */
  take(piece: string): readonly (readonly string[])[] {
    const text = this.#rest + piece;
    const end = completeEnd(text);
    this.#rest = text.slice(end);
    const records = this.#records(text.slice(0, end));
    if (this.#rest.length > this.#mostCharacters) this.#refuseRest();
    return records;
  }

  /** The last record, when no line break follows it. */
  end(): readonly (readonly string[])[] {
    const records = this.#records(this.#rest);
    this.#rest = '';
    return records;
  }

  #records(text: string): readonly (readonly string[])[] {
    const records = quickRecords(text, this.#delimiter) ?? csvRecords(text, this.#delimiter, this.#lines.line);
    this.#lines.take(text);
    return text.includes("'") ? records.map((cells) => cells.map(unmarked)) : records;
  }

  /** A record too long is most often one whose quotes do not pair, and is then refused for that. */
  #refuseRest(): never {
    if (this.#rest.includes('"')) csvRecords(this.#rest, this.#delimiter, this.#lines.line);
    const line = `more in line ${String(this.#lines.line)}`;
    throw overLimit('characters in a row', this.#mostCharacters, line);
  }
}

/** Takes away the mark by which a text that looks like a formula is written. */
function unmarked(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** Where the last record that is complete ends: at a line break with paired quotes before it. */
function completeEnd(text: string): number {
  let to = text.length;
  for (let quotes = countOf(text, '"'); ; quotes -= 1) {
    const quote = quotes === 0 ? -1 : text.lastIndexOf('"', to - 1);
    if (quotes % 2 === 0) {
      const end = lineEnd(text.slice(quote + 1, to), to === text.length);
      if (end > 0) return quote + 1 + end;
    }
    if (quote < 0) return 0;
    to = quote;
  }
}

/** @param isLast - then a carriage return at its end may be half of a line break */
function lineEnd(text: string, isLast: boolean): number {
  const feed = text.lastIndexOf('\n');
  const carriage = text.lastIndexOf('\r', isLast ? text.length - 2 : text.length - 1);
  return Math.max(feed, isLast && text.length < 2 ? -1 : carriage) + 1;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
