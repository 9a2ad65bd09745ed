import { decodeCursor } from './cursor.ts';
import type { LogEntry } from './entry.ts';
import { ENTRIES_PER_PAGE, readAfter } from './read.ts';
import type { SqlPool } from './sql.ts';
import type { Wake } from './wake.ts';

/** How often the log is looked at though nothing woke the tail, in milliseconds. */
const LOOK_MS = 1_000;
/** What the tail keeps for its readers: so many entries, and so many characters of payload. */
const KEPT_ENTRIES = 2_048;
const KEPT_CHARACTERS = 16_000_000;

/** The end of the log as this process knows it: read once, for all readers of the process. */
export interface Tail {
  /** The last position that was read. */
  readonly position: number;
  /** The cursor of {@link position}. */
  readonly cursor: string;
  /** All entries behind a position, or null when they are no longer kept and the log must be read. */
  entriesAfter(position: number): readonly LogEntry[] | null;
  /** Calls `onMoved` whenever the tail moved on; the function returned ends that. */
  listen(onMoved: () => void): () => void;
  /** Resolves when the tail stands where the log stood at the call, or later. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** Follows the log from its head on. */
export async function openTail(pool: SqlPool, wake: Wake, head: string): Promise<Tail> {
  const tail = new LogTail(pool, wake, head);
  await tail.look();
  return tail;
}

class LogTail implements Tail {
  position: number;
  cursor: string;
  readonly #pool: SqlPool;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;
  readonly #timer: NodeJS.Timeout;
  #kept: LogEntry[] = [];
  #characters = 0;
  #reading: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(pool: SqlPool, wake: Wake, head: string) {
    this.#pool = pool;
    this.cursor = head;
    this.position = decodeCursor(head).position;
    const look = (): void => void this.look().catch(() => undefined);
    this.#stopListening = wake.listen(look);
    this.#timer = setInterval(look, LOOK_MS);
  }

  entriesAfter(position: number): readonly LogEntry[] | null {
    if (position >= this.position) return [];
    const oldest = this.#kept[0];
    if (oldest === undefined || oldest.position > position + 1) return null;
    return this.#kept.slice(position + 1 - oldest.position);
  }

  listen(onMoved: () => void): () => void {
    this.#listeners.add(onMoved);
    return () => void this.#listeners.delete(onMoved);
  }

  async look(): Promise<void> {
    if (this.#closed) return;
    // A read under way may have begun before the commit that this call was made for: one more must follow it.
    if (this.#reading !== null) this.#again = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#stopListening();
    this.#listeners.clear();
    await this.#reading?.catch(() => undefined);
  }

  async #read(): Promise<void> {
    do {
      this.#again = false;
      const page = await readAfter(this.#pool, { after: this.cursor, first: ENTRIES_PER_PAGE });
      if (page.hasMore) this.#again = true;
      this.#take(page.entries, page.endCursor);
    } while (this.#again && !this.#closed);
  }

  #take(entries: readonly LogEntry[], cursor: string): void {
    if (cursor === this.cursor) return;
    this.cursor = cursor;
    this.position = decodeCursor(cursor).position;
    this.#kept.push(...entries);
    this.#characters += entries.reduce((sum, entry) => sum + entry.size, 0);
    let dropped = 0;
    while (this.#kept.length - dropped > KEPT_ENTRIES || this.#characters > KEPT_CHARACTERS) {
      this.#characters -= this.#kept[dropped]?.size ?? 0;
      dropped += 1;
    }
    if (dropped > 0) this.#kept = this.#kept.slice(dropped);
    for (const onMoved of this.#listeners) onMoved();
  }
}
