import type { BulkSession } from '../../../../core/sql.ts';
import type { ListedPrice } from '../../rules/reading/sheet-reader.ts';
import { copyLine } from '../../store/publishing/staged-lines.ts';
import { stagedTarget, type StagedTable } from '../../store/publishing/staged-table.ts';

/** So many characters are loaded at once. */
const CHUNK = 512 * 1024;

/** Loads prices into their staging table; while the database takes one chunk, the next one is made. */
export class ListLoader {
  readonly #session: BulkSession;
  readonly #target: string;
  #text = '';
  #lines = 0;
  #loading: Promise<void> = Promise.resolve();

  constructor(session: BulkSession, table: StagedTable) {
    this.#session = session;
    this.#target = stagedTarget(table);
  }

  /** How many lines were taken. */
  get lines(): number {
    return this.#lines;
  }

  async take(prices: readonly ListedPrice[]): Promise<void> {
    for (const listed of prices) {
      this.#lines += 1;
      this.#text += copyLine(listed, this.#lines, null);
    }
    if (this.#text.length >= CHUNK) await this.#load();
  }

  /** Waits until everything is loaded. */
  async end(): Promise<void> {
    if (this.#text !== '') await this.#load();
    await this.#loading;
  }

  /** Waits until the database is at rest, whatever came of it. */
  async settle(): Promise<void> {
    await this.#loading.catch(() => undefined);
  }

  async #load(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    await this.#loading;
    this.#loading = this.#session.copy(this.#target, text);
    // Whoever waits for it next is told; nobody may be waiting yet.
    this.#loading.catch(() => undefined);
  }
}
