import type { BulkSession } from '../../../../core/sql.ts';
import type { ListedPrice } from '../../rules/reading/sheet-reader.ts';
import { copied, type StagedLine } from '../../store/publishing/staged-lines.ts';
import { stagedTarget, type StagedTable } from '../../store/publishing/staged-table.ts';

/** So many lines are loaded at once. */
const CHUNK = 2_000;

/** Loads prices into their staging table; while the database takes one chunk, the next one is made. */
export class ListLoader {
  readonly #session: BulkSession;
  readonly #table: StagedTable;
  #waiting: StagedLine[] = [];
  #lines = 0;
  #loading: Promise<void> = Promise.resolve();

  constructor(session: BulkSession, table: StagedTable) {
    this.#session = session;
    this.#table = table;
  }

  /** How many lines were taken. */
  get lines(): number {
    return this.#lines;
  }

  async take(prices: readonly ListedPrice[]): Promise<void> {
    for (const { price, sheet, row, column, heading } of prices) {
      this.#lines += 1;
      this.#waiting.push({ line: this.#lines, id: null, sheet, row, column, heading, price });
    }
    if (this.#waiting.length >= CHUNK) await this.#load();
  }

  /** Waits until everything is loaded. */
  async end(): Promise<void> {
    if (this.#waiting.length > 0) await this.#load();
    await this.#loading;
  }

  /** Waits until the database is at rest, whatever came of it. */
  async settle(): Promise<void> {
    await this.#loading.catch(() => undefined);
  }

  async #load(): Promise<void> {
    const { columns, text } = copied(this.#waiting);
    this.#waiting = [];
    await this.#loading;
    this.#loading = this.#session.copy(stagedTarget(this.#table, columns), text);
    // Whoever waits for it next is told; nobody may be waiting yet.
    this.#loading.catch(() => undefined);
  }
}
