/** What decides how near an item is to what was sought. */
export interface FoundName {
  readonly name: string;
  readonly code: string;
  readonly kind: string;
}

/**
 * Where a found item stands, to be compared text by text: the one that is called just so first, then those that begin
 * so, then shorter names before longer ones.
 *
 * @param textOf - the normal form of a text
 */
export function closeness(sought: string, { name, code, kind }: FoundName, textOf: (text: string) => string): string[] {
  const [wanted, text] = [textOf(sought), textOf(name)];
  const isCode = code !== '' && textOf(code).startsWith(wanted);
  const rank = text === wanted || code === sought.trim() ? 0 : text.startsWith(wanted) || isCode ? 1 : 2;
  const length = String(Math.min(Array.from(text).length, 9_999)).padStart(4, '0');
  return [String(rank), length, name, code, kind];
}

/** Compares two places. */
export function comparePlaces(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}
