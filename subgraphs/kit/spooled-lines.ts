import type { FileHandle } from 'node:fs/promises';
import { bytesOf, openTemporaryFile, PIECE_BYTES, writeAt } from './temporary-file.ts';

/** Lines of text in any number, kept on disk in the order in which they came. */
export class SpooledLines {
  readonly #file: FileHandle;
  readonly #encoder = new TextEncoder();
  #waiting: string[] = [];
  #waitingCharacters = 0;
  #size = 0;
  #written = Promise.resolve();
  #count = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(): Promise<SpooledLines> {
    return new SpooledLines(await openTemporaryFile());
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /**
   * Adds a line; to be awaited, so that no more waits in memory than the disk takes.
   *
   * @throws RangeError for a text with a line feed, which would come back as two
   */
  async append(line: string): Promise<void> {
    if (line.includes('\n')) throw new RangeError('Expected one line, got several.');
    this.#waiting.push(line);
    this.#waitingCharacters += line.length + 1;
    this.#count += 1;
    if (this.#waitingCharacters >= PIECE_BYTES) await this.#flush();
  }

  /** All lines added before this call, from the first; as often as wanted. */
  async *lines(): AsyncGenerator<string, void, void> {
    await this.#flush();
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let rest = '';
    for await (const bytes of bytesOf(this.#file, 0, this.#size)) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  }

  /** Gives the disk space back; afterwards nothing can be added or read. */
  async dispose(): Promise<void> {
    await this.#written.catch(() => undefined);
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length > 0) {
      const bytes = this.#encoder.encode(`${this.#waiting.join('\n')}\n`);
      const position = this.#size;
      this.#waiting = [];
      this.#waitingCharacters = 0;
      this.#size += bytes.length;
      this.#written = this.#written.then(() => writeAt(this.#file, bytes, position));
    }
    await this.#written;
  }
}
