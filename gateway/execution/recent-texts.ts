/** Keeps what was made of texts, the ones used last, within bounds of number and of characters. */
export class RecentTexts<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #maximum: { readonly entries: number; readonly characters: number };
  #characters = 0;

  constructor(maximum: { readonly entries: number; readonly characters: number }) {
    this.#maximum = maximum;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(text: string): Value | undefined {
    const value = this.#entries.get(text);
    if (value === undefined) return undefined;
    this.#entries.delete(text);
    this.#entries.set(text, value);
    return value;
  }

  set(text: string, value: Value): void {
    this.#entries.set(text, value);
    this.#characters += text.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#maximum.entries && this.#characters <= this.#maximum.characters) break;
      this.#entries.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}
