import type { Fault } from '../core/fault.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { LogEntry } from './entry.ts';
import { fits, type Selection } from './filter.ts';
import { pulled, type Source } from './pulled.ts';
import { readAfter } from './read.ts';
import type { SqlPool } from './sql.ts';
import { positionIn, readState } from './state.ts';
import type { Tail } from './tail.ts';

/** What a reader of the log gets. See `schema/FEED.md` §6. */
export type StreamItem =
  | { readonly kind: 'entry'; readonly cursor: string; readonly entry: LogEntry }
  /** Everything that fits, up to and including the cursor, has been given, and the reader is level with the log. */
  | { readonly kind: 'mark'; readonly cursor: string };

export interface StreamRequest {
  /** Null: only what commits from now on. */
  readonly after: string | null;
  readonly selection: Selection;
  /** Ends the stream when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** The least time between two marks, in milliseconds; a second when left out. */
  readonly markEveryMs?: number;
}

/** How many entries a stream holds at most: one page of the log, or one piece of the tail. */
const HELD_ENTRIES = 100;
const MARK_EVERY_MS = 1_000;

/**
 * Reads the log after a cursor, then live, without a gap or a repeat at the seam. What a reader does not take is not
 * kept for it: it is read again from the tail or from the log when asked for. `return()` ends the stream at once, even
 * while `next()` waits.
 *
 * @throws Fault CURSOR_INVALID, CURSOR_FOREIGN or CURSOR_TRIMMED, before the first item; CURSOR_FOREIGN or
 *   CURSOR_TRIMMED from `next()` when the log is restored, or trimmed beyond this reader, while it reads
 */
export async function openStream(
  pool: SqlPool,
  tail: Tail,
  { after, selection, signal, markEveryMs = MARK_EVERY_MS }: StreamRequest,
): Promise<AsyncIterableIterator<StreamItem, undefined>> {
  const state = await readState(pool);
  const place = { epoch: state.epoch, position: after === null ? state.head : positionIn(state, after) };
  // After a restore the tail must not go on with the log that was; otherwise the reader need not wait for it.
  if (decodeCursor(tail.cursor).epoch !== state.epoch) await tail.look();
  else if (state.head > tail.position) void tail.look().catch(() => undefined);
  const reader = new Reader({ pool, tail, selection, markEveryMs, head: state.head }, place);
  const stream = pulled(reader);
  const end = (): void => void stream.return?.();
  reader.onClose(() => signal?.removeEventListener('abort', end));
  if (signal?.aborted === true) end();
  else signal?.addEventListener('abort', end, { once: true });
  return stream;
}

interface ReaderParts {
  readonly pool: SqlPool;
  readonly tail: Tail;
  readonly selection: Selection;
  readonly markEveryMs: number;
  /** Where the log stood when the stream was opened; the tail may not have come so far yet. */
  readonly head: number;
}

class Reader implements Source<StreamItem> {
  readonly #parts: ReaderParts;
  readonly #epoch: string;
  readonly #closing: (() => void)[];
  /** How far the log was read for this reader, the held entries included. */
  #position: number;
  /** Read and fitting, not yet given. */
  #held: readonly LogEntry[] = [];
  #given = 0;
  /** The last position that the reader was told of; null before the first mark. */
  #told: number | null = null;
  #mayMark = true;
  #markTimer: NodeJS.Timeout | undefined;
  #isOver = false;
  #fault: Fault | null = null;
  #wakeUp: () => void = () => undefined;

  constructor(parts: ReaderParts, { epoch, position }: { readonly epoch: string; readonly position: number }) {
    this.#parts = parts;
    this.#epoch = epoch;
    this.#position = position;
    const stopListening = parts.tail.listen({
      moved: () => {
        this.#wakeUp();
      },
      ended: (fault) => {
        this.#fault = fault;
        this.#isOver = true;
        this.#wakeUp();
      },
    });
    this.#closing = [stopListening];
  }

  /** The next entry or mark; null when the stream is over. */
  async take(): Promise<StreamItem | null> {
    for (;;) {
      if (this.#fault !== null) throw this.#fault;
      if (this.#isOver) return null;
      const entry = this.#held[this.#given];
      if (entry !== undefined) return this.#give(entry);
      if (this.#position < Math.max(this.#parts.head, this.#parts.tail.position)) await this.#read();
      else if (this.#mayMark && this.#told !== this.#position) return this.#mark();
      else await new Promise<void>((resolve) => (this.#wakeUp = resolve));
    }
  }

  onClose(work: () => void): void {
    this.#closing.push(work);
  }

  close(): void {
    this.#isOver = true;
    this.#held = [];
    clearTimeout(this.#markTimer);
    for (const work of this.#closing) work();
    this.#wakeUp();
  }

  #give(entry: LogEntry): StreamItem {
    this.#given += 1;
    // Before the first mark the gateway still waits to hear that the replay is done.
    if (this.#told !== null) this.#told = entry.position;
    return { kind: 'entry', cursor: entry.cursor, entry };
  }

  #mark(): StreamItem {
    this.#told = this.#position;
    this.#mayMark = false;
    this.#markTimer = setTimeout(() => {
      this.#mayMark = true;
      this.#wakeUp();
    }, this.#parts.markEveryMs);
    return { kind: 'mark', cursor: this.#cursor() };
  }

  async #read(): Promise<void> {
    const { pool, tail, selection } = this.#parts;
    const recent = tail.entriesAfter(this.#position, HELD_ENTRIES);
    const last = recent?.at(-1);
    if (recent !== null && last !== undefined) {
      this.#position = last.position;
      this.#hold(recent.filter((entry) => fits(entry, selection)));
      return;
    }
    const page = await readAfter(pool, { after: this.#cursor(), first: HELD_ENTRIES, selection });
    this.#position = decodeCursor(page.endCursor).position;
    this.#hold(page.entries);
  }

  #hold(entries: readonly LogEntry[]): void {
    if (this.#isOver) return;
    this.#held = entries;
    this.#given = 0;
  }

  #cursor(): string {
    return encodeCursor({ epoch: this.#epoch, position: this.#position });
  }
}
