import { foldedHeading } from './headings.ts';

/** The words of a province's dictionary of tiers. */
export type TierDictionary = readonly { readonly tier: string; readonly synonyms: readonly string[] }[];

/** A tier in the dictionary's word where it has one; else in the list's own, with the nearest words of the dictionary. */
export interface TierReading {
  readonly tier: string;
  readonly nearest: string | null;
}

/** What is said of all tiers alike, or of several at once. */
const ALL_ALIKE = /不分|同价|各级|所有|全部|统一/;
const SEVERAL = /[/、,，和及与]/;
const MOST_REMEMBERED = 1_000;
const MOST_NEAREST = 3;

/** Reads tiers by a province's dictionary; without one every word is taken as it stands. @see rule H12 */
export function tierReader(dictionary: TierDictionary): (text: string) => TierReading {
  const words = new Map(
    dictionary.flatMap(({ tier, synonyms }) => [tier, ...synonyms].map((word) => [foldedHeading(word), tier] as const)),
  );
  const known = new Map<string, TierReading>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const reading = look(text, words);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, reading);
    return reading;
  };
}

function look(text: string, words: ReadonlyMap<string, string>): TierReading {
  const plain = foldedHeading(text);
  const tier = words.get(plain);
  if (tier !== undefined) return { tier, nearest: null };
  const parts = plain.split(SEVERAL);
  const isKnown = parts.length > 1 && parts.every((part) => words.has(part));
  if (words.size === 0 || isKnown || ALL_ALIKE.test(plain)) return { tier: text, nearest: null };
  return { tier: text, nearest: nearestOf(plain, words).join('、') };
}

function nearestOf(plain: string, words: ReadonlyMap<string, string>): readonly string[] {
  const far = [...words].map(([word, tier]) => ({ tier, distance: distance(word, plain) }));
  const ordered = far.sort((one, other) => one.distance - other.distance);
  const least = ordered[0]?.distance;
  return [...new Set(ordered.filter((one) => one.distance === least).map(({ tier }) => tier))].slice(0, MOST_NEAREST);
}

/** How many characters must be put in, taken out or changed to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let index = 1; index <= other.length; index += 1) {
      const changed = (row[index - 1] ?? 0) + (one[at - 1] === other[index - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
