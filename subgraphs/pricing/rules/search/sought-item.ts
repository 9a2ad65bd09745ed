import { normalText } from '../../../../core/normal-form.ts';
import { termsOfWord } from '../../../../core/search-terms.ts';

/** Of a text that is sought so many characters count, and so many of its words. */
const LONGEST_SOUGHT = 100;
const MOST_WORDS = 10;
/** Fewer characters than these begin too many codes to mean one. */
const SHORTEST_PREFIX = 3;

/** What someone seeks among priced items. */
export interface SoughtItem {
  /** The words in normal form; a name holds all of them, in any order. */
  readonly words: readonly string[];
  /** The terms that such a name has. */
  readonly terms: readonly string[];
  /** Those of the words that the terms alone do not prove to be there. */
  readonly unproven: readonly string[];
  /** How the code of an item begins; null when the text can begin none. */
  readonly codes: CodeRange | null;
}

/** The codes that begin alike: from the first, and before the second, by their bytes. */
export interface CodeRange {
  readonly from: string;
  readonly before: string;
}

/** Reads what someone seeks: words between spaces, or the beginning of a code. */
export function soughtItem(text: string): SoughtItem {
  const cut = text.trim().slice(0, LONGEST_SOUGHT);
  const words = [
    ...new Set(
      cut
        .split(/\s/u)
        .map(normalText)
        .filter((word) => word !== ''),
    ),
  ].slice(0, MOST_WORDS);
  return {
    words,
    terms: [...new Set(words.flatMap(termsOfWord))],
    unproven: words.filter((word) => Array.from(word).length > 2),
    codes: codesFrom(cut),
  };
}

/** Codes are kept as lists give them: those that begin with letters have them large, however they are typed. */
function codesFrom(text: string): CodeRange | null {
  const typed = text.normalize('NFKC');
  if (typed.length < SHORTEST_PREFIX || !/^[A-Za-z]*[0-9][A-Za-z0-9-]*$/.test(typed)) return null;
  const from = /^[0-9]/.test(typed) ? typed : typed.toUpperCase();
  return { from, before: `${from}\u{10FFFF}` };
}
