/** Tells one reader that something came: once for all that came since it was told last. */
export class Coalesced {
  #hasCome = false;
  #end: { readonly reason: Error | null } | null = null;
  #wake: (() => void) | null = null;

  /** Something came. */
  come(): void {
    this.#hasCome = true;
    this.#wake?.();
  }

  /** Nothing more will come. @param reason - null when that is as it should be */
  end(reason: Error | null): void {
    this.#end ??= { reason };
    this.#wake?.();
  }

  /**
   * Waits for the next.
   *
   * @returns false at the end
   * @throws what it was ended with
   */
  async next(): Promise<boolean> {
    while (!this.#hasCome && this.#end === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#end !== null) {
      if (this.#end.reason !== null) throw this.#end.reason;
      return false;
    }
    this.#hasCome = false;
    return true;
  }
}
