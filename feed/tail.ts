import { Fault } from '../core/fault.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { LogEntry } from './entry.ts';
import { ENTRIES_PER_PAGE, readAfter } from './read.ts';
import type { SqlPool } from './sql.ts';
import { readState } from './state.ts';
import type { Wake } from './wake.ts';

/** What the tail keeps for its readers, and how often it looks by itself. */
export interface TailBounds {
  readonly entries: number;
  /** Characters of payload. */
  readonly characters: number;
  /** How often the log is looked at though nothing woke the tail, in milliseconds. */
  readonly lookMs: number;
}

const BOUNDS: TailBounds = { entries: 2_048, characters: 16_000_000, lookMs: 1_000 };

/** Who reads from the tail. */
export interface TailListener {
  /** The tail moved on. */
  moved(): void;
  /** Nothing more will come: the log was replaced under the tail (the fault says how), or the process stops (null). */
  ended(fault: Fault | null): void;
}

/** The end of the log as this process knows it: read once, for all readers of the process. */
export interface Tail {
  /** The last position that was read. */
  readonly position: number;
  /** The cursor of {@link position}. */
  readonly cursor: string;
  /** At most `most` entries behind a position, or null when they are no longer kept and the log must be read. */
  entriesAfter(position: number, most: number): readonly LogEntry[] | null;
  /** Tells a listener of what comes; the function returned ends that. */
  listen(listener: TailListener): () => void;
  /** Resolves when the tail stands where the log stood at the call, or later. */
  look(): Promise<void>;
  /** Ends all readers. */
  close(): Promise<void>;
}

/** Follows the log from its head on. */
export async function openTail(pool: SqlPool, wake: Wake, bounds: Partial<TailBounds> = {}): Promise<Tail> {
  return new LogTail(pool, wake, await headOf(pool), { ...BOUNDS, ...bounds });
}

class LogTail implements Tail {
  position: number;
  cursor: string;
  readonly #pool: SqlPool;
  readonly #bounds: TailBounds;
  readonly #listeners = new Set<TailListener>();
  readonly #stopListening: () => void;
  readonly #timer: NodeJS.Timeout;
  #kept: LogEntry[] = [];
  #characters = 0;
  #reading: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(pool: SqlPool, wake: Wake, head: string, bounds: TailBounds) {
    this.#pool = pool;
    this.#bounds = bounds;
    this.cursor = head;
    this.position = decodeCursor(head).position;
    // A look that fails is made good by the next one.
    const look = (): void => void this.look().catch(() => undefined);
    this.#stopListening = wake.listen(look);
    this.#timer = setInterval(look, bounds.lookMs);
  }

  entriesAfter(position: number, most: number): readonly LogEntry[] | null {
    if (position >= this.position) return [];
    const oldest = this.#kept[0];
    if (oldest === undefined || oldest.position > position + 1) return null;
    const from = position + 1 - oldest.position;
    return this.#kept.slice(from, from + most);
  }

  listen(listener: TailListener): () => void {
    if (this.#closed) listener.ended(null);
    else this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  look(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    // A read under way may have begun before the commit that this call was made for: one more must follow it.
    if (this.#reading !== null) this.#again = true;
    this.#reading ??= this.#read();
    return this.#reading;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#stopListening();
    this.#end(null);
    await this.#reading?.catch(() => undefined);
  }

  async #read(): Promise<void> {
    try {
      do {
        this.#again = false;
        const page = await readAfter(this.#pool, { after: this.cursor, first: ENTRIES_PER_PAGE });
        if (this.#closed) return;
        if (page.hasMore) this.#again = true;
        this.#take(page.entries, page.endCursor);
      } while (this.#again);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      await this.#startAnew(error);
    } finally {
      // In the same turn as the last test of `#again`: a look that comes later must begin a read of its own.
      this.#reading = null;
    }
  }

  #take(entries: readonly LogEntry[], cursor: string): void {
    if (cursor === this.cursor) return;
    this.cursor = cursor;
    this.position = decodeCursor(cursor).position;
    this.#kept.push(...entries);
    this.#characters += entries.reduce((sum, entry) => sum + entry.size, 0);
    let dropped = 0;
    while (this.#kept.length - dropped > this.#bounds.entries || this.#characters > this.#bounds.characters) {
      this.#characters -= this.#kept[dropped]?.size ?? 0;
      dropped += 1;
    }
    if (dropped > 0) this.#kept = this.#kept.slice(dropped);
    for (const listener of [...this.#listeners]) listener.moved();
  }

  /** The log was restored, or trimmed beyond the tail: what is kept is of another log, and so are the readers. */
  async #startAnew(fault: Fault): Promise<void> {
    const head = await headOf(this.#pool);
    this.cursor = head;
    this.position = decodeCursor(head).position;
    this.#kept = [];
    this.#characters = 0;
    this.#end(fault);
  }

  #end(fault: Fault | null): void {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener.ended(fault);
  }
}

async function headOf(pool: SqlPool): Promise<string> {
  const { epoch, head } = await readState(pool);
  return encodeCursor({ epoch, position: head });
}
