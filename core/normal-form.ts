/** A text in the form in which it is searched, and where each of its characters came from. */
export interface NormalForm {
  /** Its characters (code points), in their order. */
  readonly characters: readonly string[];
  /** Of each of them where in the original it begins, and where what it came from ends, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A character with the marks upon it, which are folded together: é is one character however it is written. */
const CLUSTER = /.\p{M}*/gsu;
/** Most clusters are one Han character, which is its own normal form. */
const PLAIN_HAN = /^[一-龥]$/u;
const KEPT = /[\p{L}\p{N}\p{M}]/u;

/**
 * The normal form of a text: compatibility forms resolved (NFKC, so that １ and ① are 1), lower case, and only letters,
 * digits and Han characters kept. What stands between them, spaces included, is dropped, so that a phrase is found
 * across it and a number in whichever brackets.
 */
export function normalForm(text: string): NormalForm {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    for (const character of foldedCluster(cluster)) {
      characters.push(character);
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { characters, starts, ends };
}

/** The normal form as text alone. */
export function normalText(text: string): string {
  return normalForm(text).characters.join('');
}

function foldedCluster(cluster: string): readonly string[] {
  if (PLAIN_HAN.test(cluster)) return [cluster];
  return Array.from(cluster.normalize('NFKC').toLowerCase().normalize('NFKC')).filter((character) =>
    KEPT.test(character),
  );
}
