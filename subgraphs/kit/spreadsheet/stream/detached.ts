/** Texts up to this length are copied by the engine when they are cut out of another one. */
const LONGEST_COPIED = 12;

/**
 * A text of its own. One that was cut out of a piece of a file is else a view of that piece, and whoever keeps a single
 * code would keep all of it in memory.
 */
export function detached(text: string): string {
  return text.length > LONGEST_COPIED ? Buffer.from(text, 'utf8').toString('utf8') : text;
}
