import { normalForm } from '../../../../core/normal-form.ts';

/** How many characters a cut shows on each side of what was found. */
const AROUND = 24;

/** A cut of a text around what was found in it. */
export interface Excerpt {
  readonly before: string;
  /** As it stands in the original. */
  readonly hit: string;
  readonly after: string;
}

/**
 * Cuts around the places where words stand in a text, in the text's order; no cut reaches into the one before. Cut
 * ends are marked by an ellipsis.
 *
 * @param words - in normal form
 * @param first - how many cuts at most
 */
export function excerptsOf(original: string, words: readonly string[], first: number): Excerpt[] {
  const { characters, starts, ends } = normalForm(original);
  const places = placesOf(characters, words);
  const excerpts: Excerpt[] = [];
  let shown = 0;
  for (const { at, length } of places) {
    const [from, to] = [starts[at] ?? 0, ends[at + length - 1] ?? 0];
    if (from < shown) continue;
    if (excerpts.length === first) break;
    const begin = startOf(original, Math.max(shown, from - AROUND));
    const end = endOf(original, Math.min(original.length, to + AROUND));
    excerpts.push({
      before: `${begin > 0 ? '…' : ''}${original.slice(begin, from)}`,
      hit: original.slice(from, to),
      after: `${original.slice(to, end)}${end < original.length ? '…' : ''}`,
    });
    shown = end;
  }
  return excerpts;
}

interface FoundPlace {
  /** In characters of the normal form. */
  readonly at: number;
  readonly length: number;
}

/** Every place where a word stands; of those at one place the longest first. */
function placesOf(characters: readonly string[], words: readonly string[]): FoundPlace[] {
  const places: FoundPlace[] = [];
  for (const word of words) {
    const sought = Array.from(word);
    for (let at = characters.indexOf(sought[0] ?? ''); at >= 0; at = characters.indexOf(sought[0] ?? '', at + 1)) {
      if (sought.every((character, offset) => characters[at + offset] === character)) {
        places.push({ at, length: sought.length });
      }
    }
  }
  return places.sort((one, other) => one.at - other.at || other.length - one.length);
}

/** Not between the two halves of one character. */
function startOf(text: string, at: number): number {
  return isLowHalf(text, at) ? at - 1 : at;
}

function endOf(text: string, at: number): number {
  return isLowHalf(text, at) ? at + 1 : at;
}

function isLowHalf(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
