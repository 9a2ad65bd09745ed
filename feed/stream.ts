import { decodeCursor, encodeCursor } from './cursor.ts';
import type { LogEntry } from './entry.ts';
import { fits, type Selection } from './filter.ts';
import { readAfter } from './read.ts';
import type { SqlPool } from './sql.ts';
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
}

/** How many entries are read at a time of a log that a reader is behind. */
const REPLAY_PAGE = 200;
/** Between two marks, in milliseconds. */
const MARK_MS = 1_000;

/**
 * Reads the log after a cursor, then live, without a gap or a repeat at the seam. What a reader does not take is not
 * kept for it: it is read again from the tail or from the log when asked for. `return()` ends the stream at once, even
 * while `next()` waits.
 *
 * @throws Fault CURSOR_INVALID, CURSOR_FOREIGN or CURSOR_TRIMMED, before the first item
 */
export async function openStream(
  pool: SqlPool,
  tail: Tail,
  { after, selection, signal }: StreamRequest,
): Promise<AsyncIterableIterator<StreamItem, undefined>> {
  if (after === null) await tail.look();
  else await readAfter(pool, { after, first: 1, selection });
  return new LogStream(pool, tail, after ?? tail.cursor, selection, signal);
}

type Step = IteratorResult<StreamItem, undefined>;
const DONE: Step = { done: true, value: undefined };

class LogStream implements AsyncIterableIterator<StreamItem, undefined> {
  readonly #pool: SqlPool;
  readonly #tail: Tail;
  readonly #selection: Selection;
  readonly #stopListening: () => void;
  readonly #signal: AbortSignal | undefined;
  readonly #end = (): void => void this.return();
  /** Read and fitting, not yet given. */
  #ready: readonly LogEntry[] = [];
  #taken = 0;
  /** How far the log was read for this reader. */
  #position: number;
  #cursor: string;
  #marked: { readonly position: number; readonly at: number } | null = null;
  #wake: (() => void) | null = null;
  #ended = false;

  constructor(pool: SqlPool, tail: Tail, from: string, selection: Selection, signal: AbortSignal | undefined) {
    this.#pool = pool;
    this.#tail = tail;
    this.#selection = selection;
    this.#cursor = from;
    this.#position = decodeCursor(from).position;
    this.#stopListening = tail.listen(() => this.#wake?.());
    this.#signal = signal;
    if (signal?.aborted === true) this.#end();
    signal?.addEventListener('abort', this.#end, { once: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<Step> {
    while (!this.#ended) {
      const entry = this.#ready[this.#taken];
      if (entry !== undefined) {
        this.#taken += 1;
        this.#marked = this.#marked && { position: entry.position, at: this.#marked.at };
        return { done: false, value: { kind: 'entry', cursor: entry.cursor, entry } };
      }
      if (this.#position < this.#tail.position) await this.#read();
      else if (this.#markIsDue()) return this.#mark();
      else await this.#moved();
    }
    return DONE;
  }

  return(): Promise<Step> {
    this.#ended = true;
    this.#ready = [];
    this.#stopListening();
    this.#signal?.removeEventListener('abort', this.#end);
    this.#wake?.();
    return Promise.resolve(DONE);
  }

  async #read(): Promise<void> {
    this.#taken = 0;
    const recent = this.#tail.entriesAfter(this.#position);
    if (recent !== null) {
      this.#position = this.#tail.position;
      this.#cursor = this.#tail.cursor;
      this.#ready = recent.filter((entry) => fits(entry, this.#selection));
      return;
    }
    const page = await readAfter(this.#pool, { after: this.#cursor, first: REPLAY_PAGE, selection: this.#selection });
    if (this.#ended) return;
    this.#position = decodeCursor(page.endCursor).position;
    this.#cursor = page.endCursor;
    this.#ready = page.entries;
  }

  #markIsDue(): boolean {
    const marked = this.#marked;
    if (marked === null) return true;
    return marked.position < this.#position && performance.now() - marked.at >= MARK_MS;
  }

  #mark(): Step {
    this.#marked = { position: this.#position, at: performance.now() };
    const { epoch } = decodeCursor(this.#cursor);
    return { done: false, value: { kind: 'mark', cursor: encodeCursor({ epoch, position: this.#position }) } };
  }

  /** Resolves when the tail moved on, when a mark may be due, or when the stream ends. */
  async #moved(): Promise<void> {
    const marked = this.#marked;
    const isBehind = marked !== null && marked.position < this.#position;
    await new Promise<void>((resolve) => {
      const timer = isBehind ? setTimeout(resolve, Math.max(1, MARK_MS - (performance.now() - marked.at))) : undefined;
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}
