import type { Sized } from './bounded-queue.ts';

/** The last events of a group, so that many subscribers who come back at once after a short break need not all read the log. */
export class Recent {
  readonly #events: number;
  readonly #characters: number;
  readonly #compare: (first: string, second: string) => number;
  #entries: Sized[] = [];
  #size = 0;
  /** Every event after this cursor is remembered; null before the first word. */
  #base: string | null = null;
  #position: string | null = null;

  constructor(events: number, characters: number, compareCursors: (first: string, second: string) => number) {
    this.#events = events;
    this.#characters = characters;
    this.#compare = compareCursors;
  }

  /** Up to where the group has been told; null before its first word. */
  get position(): string | null {
    return this.#position;
  }

  add(entry: Sized): void {
    const { item, size } = entry;
    if (item.cursor === null) return;
    this.#position = item.cursor;
    if (this.#base === null) this.#base = item.cursor;
    else if (item.kind === 'event') {
      this.#entries.push(entry);
      this.#size += size;
      this.#trim();
    } else if (this.#entries.length === 0) this.#base = item.cursor;
  }

  /** The events after a cursor; null when some of them may be forgotten. Throws what comparing cursors throws. */
  after(cursor: string): readonly Sized[] | null {
    if (this.#base === null || this.#position === null) return null;
    const known = this.#compare(cursor, this.#base) >= 0 && this.#compare(cursor, this.#position) <= 0;
    if (!known) return null;
    return this.#entries.filter(({ item }) => item.cursor !== null && this.#compare(item.cursor, cursor) > 0);
  }

  #trim(): void {
    let first = 0;
    while (this.#entries.length - first > this.#events || this.#size > this.#characters) {
      const entry = this.#entries[first];
      if (entry === undefined) break;
      this.#base = entry.item.cursor;
      this.#size -= entry.size;
      first += 1;
    }
    if (first > 0) this.#entries = this.#entries.slice(first);
  }
}
