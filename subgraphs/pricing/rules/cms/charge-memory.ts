/** The state of two hashes of 32 bits that together tell texts apart. */
export interface TextHash {
  readonly one: number;
  readonly other: number;
}

const START: TextHash = { one: 0x2545f491, other: 0x6a09e667 };
const FIRST_SLOTS = 1 << 12;
const WORDS = 3;

/**
 * Hashes a text, on from what was hashed before. In all 64 bits: among ten million texts the odds that any two agree are
 * one in three hundred thousand.
 */
export function hashText(text: string, from: TextHash = START): TextHash {
  let { one, other } = from;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x85ebca6b);
    one ^= one >>> 15;
    other = Math.imul(other ^ unit, 0xc2b2ae35);
    other ^= other >>> 13;
  }
  // Sets off what comes from what came, so that "ab" + "c" is not "a" + "bc".
  return { one: Math.imul(one ^ 0x1ffff, 0x27d4eb2f), other: Math.imul(other ^ 0x2ffff, 0x165667b1) };
}

/**
 * Which charges a file has given before, in twelve bytes each: a tall file repeats an item's gross charge in the row of
 * every payer, be they next to each other or not.
 */
export class ChargeMemory {
  #slots = new Int32Array(FIRST_SLOTS * WORDS);
  #taken = 0;

  /**
   * Remembers a charge.
   *
   * @param charge - the hash of all that makes it a different price
   * @param words - the hash of what is said about it
   * @returns whether it is new; of one that is not, whether the words are the same as the first time
   */
  take(charge: TextHash, words: TextHash): 'NEW' | 'SAME' | 'OTHER_WORDS' {
    if (this.#taken * 2 >= this.#slots.length / WORDS) this.#grow();
    const at = this.#slotOf(charge.one, charge.other);
    const said = words.one | 1;
    if (this.#slots[at + 2] !== 0) return this.#slots[at + 2] === said ? 'SAME' : 'OTHER_WORDS';
    this.#slots[at] = charge.one;
    this.#slots[at + 1] = charge.other;
    this.#slots[at + 2] = said;
    this.#taken += 1;
    return 'NEW';
  }

  /** Where the charge stands, or the free slot where it would. */
  #slotOf(one: number, other: number): number {
    const count = this.#slots.length / WORDS;
    let slot = (one >>> 0) & (count - 1);
    for (;;) {
      const at = slot * WORDS;
      if (this.#slots[at + 2] === 0 || (this.#slots[at] === one && this.#slots[at + 1] === other)) return at;
      slot = (slot + 1) & (count - 1);
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += WORDS) {
      if (before[at + 2] === 0) continue;
      const slot = this.#slotOf(before[at] ?? 0, before[at + 1] ?? 0);
      for (let word = 0; word < WORDS; word += 1) this.#slots[slot + word] = before[at + word] ?? 0;
    }
  }
}
