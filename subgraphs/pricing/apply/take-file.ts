import type { SqlRunner } from '../../../core/sql.ts';
import type { HubFiles } from '../../kit/applier.ts';
import { writePeriods } from './period-rows.ts';
import type { ListFile } from './told-list.ts';

/** So many lines are written at once. */
const CHUNK = 4_000;

/** What the other hub says of a list beside its rows. */
export interface TakenFile {
  readonly id: string;
  /** The list of the same day that took its place since, and with it some of its rows; null when none did. */
  readonly replacedBy: string | null;
}

/**
 * Takes the periods of a list from the file that the other hub gives of them, in the place of those that are here. Of the
 * lines only the first and the last are read here; while the database writes some, the next ones come.
 *
 * @throws Error when the file is of another list or not whole
 */
export async function takeFile(tx: SqlRunner, list: ListFile, files: HubFiles): Promise<TakenFile> {
  await tx.$queryRawUnsafe(
    `DELETE FROM pricing.price WHERE list_id = $1 AND institution_id = $2`,
    list.id,
    list.institution,
  );
  const file = new PeriodsFile(list);
  const writer = new PeriodsWriter(tx, list);
  try {
    for await (const lines of files.lines(pathOf(list))) {
      await writer.take(file.periodsOf(lines));
    }
    await writer.end();
  } finally {
    await writer.settle();
  }
  return { id: list.id, replacedBy: file.replacedBy() };
}

/** Where the other hub gives the periods of a list. */
export function pathOf({ id }: Pick<ListFile, 'id'>): string {
  return `/exports/price-periods?list=${encodeURIComponent(id)}`;
}

/** Tells the periods of a file from its first and its last line. */
class PeriodsFile {
  readonly #list: ListFile;
  #isBegun = false;
  #periods = 0;
  #end: { readonly count?: unknown; readonly replacedBy?: unknown } | null = null;

  constructor(list: ListFile) {
    this.#list = list;
  }

  periodsOf(lines: readonly string[]): readonly string[] {
    if (lines.length === 0) return lines;
    if (this.#end !== null) throw this.#unlike('nothing behind the last line', lines[0] ?? '');
    const from = this.#isBegun ? 0 : 1;
    if (!this.#isBegun) this.#begin(lines[0] ?? '');
    const place = lines.findIndex((line) => line.startsWith('{"end":'));
    const to = place === -1 ? lines.length : place;
    if (place !== -1) this.#close(lines.slice(place));
    this.#periods += to - from;
    return lines.slice(from, to);
  }

  /** @throws Error when the last line has not come, or says another number of periods than came */
  replacedBy(): string | null {
    const { count, replacedBy = null } = this.#end ?? {};
    if (count !== this.#periods) {
      throw this.#unlike(`a last line that counts ${String(this.#periods)} periods`, JSON.stringify(this.#end));
    }
    return typeof replacedBy === 'string' ? replacedBy : null;
  }

  #begin(line: string): void {
    this.#isBegun = true;
    const { list } = (line.startsWith('{"list":') ? JSON.parse(line) : {}) as { list?: { id?: unknown } };
    if (list?.id !== this.#list.id) throw this.#unlike('a first line that names the list', line);
  }

  #close([last = '', behind]: readonly string[]): void {
    if (behind !== undefined) throw this.#unlike('nothing behind the last line', behind);
    this.#end = (JSON.parse(last) as { end: { count?: unknown; replacedBy?: unknown } }).end;
  }

  #unlike(expected: string, got: string): Error {
    return new Error(`PRICE_LIST ${this.#list.id}: expected of its file ${expected}, got ${got.slice(0, 200)}.`);
  }
}

/** Writes periods some thousand at a time. */
class PeriodsWriter {
  readonly #tx: SqlRunner;
  readonly #list: ListFile;
  #waiting: string[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(tx: SqlRunner, list: ListFile) {
    this.#tx = tx;
    this.#list = list;
  }

  async take(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      this.#waiting.push(line);
      if (this.#waiting.length >= CHUNK) await this.#write();
    }
  }

  async end(): Promise<void> {
    if (this.#waiting.length > 0) await this.#write();
    await this.#writing;
  }

  /** Waits until the database is at rest, whatever came of it. */
  async settle(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  async #write(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    await this.#writing;
    this.#writing = writePeriods(this.#tx, this.#list, lines);
    // Whoever waits for it next is told; nobody may be waiting yet.
    this.#writing.catch(() => undefined);
  }
}
