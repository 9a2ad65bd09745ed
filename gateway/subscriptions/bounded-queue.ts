import type { SubscriptionItem } from '../execution/contract.ts';

/** An item and the length of its text in characters; 0 for a mark. */
export interface Sized {
  readonly item: SubscriptionItem;
  readonly size: number;
}

/** What waits for one subscriber, within bounds of count and size. */
export class BoundedQueue {
  readonly #events: number;
  readonly #characters: number;
  #entries: Sized[] = [];
  #head = 0;
  #size = 0;

  constructor(events: number, characters: number) {
    this.#events = events;
    this.#characters = characters;
  }

  /**
   * Appends, unless there is no room. One item always fits, however large. A mark takes the place of a mark just before it.
   *
   * @returns false when there was no room and nothing was kept of the item
   */
  push(entry: Sized): boolean {
    const { item, size } = entry;
    const count = this.#entries.length - this.#head;
    if (item.kind === 'mark' && count > 0 && this.#entries.at(-1)?.item.kind === 'mark') {
      this.#entries[this.#entries.length - 1] = entry;
      return true;
    }
    if (count > 0 && (count >= this.#events || this.#size + size > this.#characters)) return false;
    this.#entries.push(entry);
    this.#size += size;
    return true;
  }

  shift(): SubscriptionItem | undefined {
    const entry = this.#entries[this.#head];
    if (entry === undefined) return undefined;
    this.#head += 1;
    this.#size -= entry.size;
    if (this.#head === this.#entries.length) this.clear();
    else if (this.#head >= this.#events) {
      this.#entries = this.#entries.slice(this.#head);
      this.#head = 0;
    }
    return entry.item;
  }

  /** Keeps what passes. */
  filter(keep: (item: SubscriptionItem) => boolean): void {
    this.#entries = this.#entries.slice(this.#head).filter(({ item }) => keep(item));
    this.#head = 0;
    this.#size = this.#entries.reduce((sum, { size }) => sum + size, 0);
  }

  clear(): void {
    this.#entries = [];
    this.#head = 0;
    this.#size = 0;
  }
}
