import { overLimit } from '../limits.ts';
import { unreadable } from '../unreadable.ts';
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
    const records = this.#records(this.#rest + piece, false);
    if (this.#rest.length > this.#mostCharacters) this.#refuseRest();
    return records;
  }

  /** The last record, when no line break follows it. */
  end(): readonly (readonly string[])[] {
    return this.#records(this.#rest, true);
  }

  #records(text: string, isLast: boolean): readonly (readonly string[])[] {
    const { records, end, fault } = quickRecords(text, this.#delimiter, isLast);
    if (fault !== null) this.#refuseQuote(text.slice(0, fault));
    const whole = text.slice(0, end);
    this.#rest = text.slice(end);
    this.#lines.take(whole);
    return /'|="/.test(whole) ? records.map((cells) => cells.map(unmarked)) : records;
  }

  #refuseQuote(before: string): never {
    this.#lines.take(before);
    throw unreadable('引号成对的 .csv 文件', `第 ${String(this.#lines.line)} 行的引号不成对`);
  }

  /** A record too long is most often one with a cell that does not end, and is then refused for that. */
  #refuseRest(): never {
    const { fault } = quickRecords(this.#rest, this.#delimiter);
    if (fault !== null) this.#refuseQuote(this.#rest.slice(0, fault));
    const line = `more in line ${String(this.#lines.line)}`;
    throw overLimit('characters in a row', this.#mostCharacters, line);
  }
}

const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/;

/**
 * Takes away the mark by which a text that looks like a formula is written, or the formula by which programs keep figures
 * as text: ="001".
 */
function unmarked(cell: string): string {
  if (/^'[=+\-@\t\r]/.test(cell)) return cell.slice(1);
  return TEXT_FORMULA.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
}
