/** A text that is told from all others wherever it shows up, and who may see it now. */
export interface Mark {
  readonly text: string;
  readonly region: string;
  /** What it marks: of a document its title, body and interpretations go public, its ground and notes never. */
  readonly of: 'TEXT' | 'GROUND' | 'INTERPRETATION';
  /** Public at this moment. */
  isPublic: boolean;
  /** Was public at some moment, so that the history of the log keeps it. */
  wasPublic: boolean;
}

/** Marks as they are made, and what is wrong with an answer that holds some. */
export class Marks {
  readonly #known = new Map<string, Mark>();

  make(of: Mark['of'], region: string): Mark {
    const text = `mark${String(this.#known.size).padStart(7, '0')}mark`;
    const mark = { text, region, of, isPublic: false, wasPublic: false };
    this.#known.set(text, mark);
    return mark;
  }

  /**
   * The marks in an answer that its reader may not see.
   *
   * @param reader - the region whose staff reads; null for the public
   * @param isHistory - whether the answer is history, which keeps what was public once
   */
  leaked(answer: string, reader: string | null, isHistory: boolean): string[] {
    const found = new Set(answer.match(/mark\d{7}mark/g) ?? []);
    return [...found].filter((text) => {
      const mark = this.#known.get(text);
      if (mark === undefined) return true;
      if (mark.isPublic || (isHistory && mark.wasPublic)) return false;
      return reader === null || !mark.region.startsWith(reader.replace(/(00)+$/, ''));
    });
  }
}
