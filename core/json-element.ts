/** A number of a JSON file as it stands there, so that "0.10" and twenty digits are not bent into a float. */
export class JsonNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** One value of a JSON file that is read as it comes: a member of the whole, or an element of one. */
export interface JsonElement {
  /** The member of the whole. */
  readonly member: string;
  /** Which element of it: in a list its number from 0, in an object its name; null for the member itself. */
  readonly index: number | string | null;
  /** Parsed; numbers are {@link JsonNumber}. */
  readonly value: unknown;
}
