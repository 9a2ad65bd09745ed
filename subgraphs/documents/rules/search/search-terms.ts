import { normalForm, normalText } from '../../../../core/normal-form.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { termsOf, termsOfWord } from '../../../../core/search-terms.ts';
import { parseDocumentNumber } from '../document-number.ts';

/** Of a text that is sought so many characters count, and so many of its words. */
const LONGEST_SOUGHT = 200;
const MOST_WORDS = 10;

/** What the search looks into. */
export interface Searchable {
  readonly title: string;
  readonly body: string;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
  readonly regionCode: string;
}

/** A document as the search index holds it. */
export interface SearchEntry {
  /** The normal forms of its texts, a space between them, which no word holds: a phrase ends with its text. */
  readonly text: string;
  readonly terms: readonly string[];
}

/**
 * The index entry of a document. Chinese has no spaces between words, so the terms are every character and every two
 * neighbours: a word of one or two characters is a term itself, and a longer one is looked for among the few documents
 * that have all its pairs. Word lists or a parser would miss names and new words, and PostgreSQL's own trigrams
 * (pg_trgm) find no word of two characters, which most Chinese words are; both are extensions besides, which a bare
 * server and the embedded database lack.
 */
export function searchEntry({ title, body, documentNumber, indexNumber, regionCode }: Searchable): SearchEntry {
  const terms = new Set<string>();
  const texts: string[] = [];
  for (const text of [title, documentNumber, indexNumber, body]) {
    if (text === null) continue;
    const { characters } = normalForm(text);
    texts.push(characters.join(''));
    for (const term of termsOf(characters)) terms.add(term);
  }
  for (const code of regionsAbove(regionCode)) terms.add(regionTerm(code));
  return { text: texts.join(' '), terms: [...terms] };
}

/** Stands among the terms of an entry whose other terms are still to be made; it is the term of no text. */
export const TERMS_TO_COME = '@';

/**
 * The same without the terms of its texts, which take a hundred times as long to write as the rest: until they are there,
 * such an entry is looked for by its text.
 */
export function entryWithoutTerms({ title, body, documentNumber, indexNumber, regionCode }: Searchable): SearchEntry {
  const texts = [title, documentNumber, indexNumber, body].flatMap((text) => (text === null ? [] : [folded(text)]));
  return { text: texts.join(' '), terms: [TERMS_TO_COME, ...new Set(regionsAbove(regionCode).map(regionTerm))] };
}

/** What is not a plain Han character, with the marks upon it, and its normal form; there are few of them in documents. */
const BETWEEN_HAN = /[^一-龥]\p{M}*/gu;
const MOST_FOLDED = 10_000;
const foldedClusters = new Map<string, string>();

/** The normal form of a long text as text; Han characters are theirs, and the rest is looked up. */
function folded(text: string): string {
  return text.replace(BETWEEN_HAN, (cluster) => {
    const known = foldedClusters.get(cluster);
    if (known !== undefined) return known;
    if (foldedClusters.size === MOST_FOLDED) foldedClusters.clear();
    const form = normalText(cluster);
    foldedClusters.set(cluster, form);
    return form;
  });
}

/** What someone seeks. */
export interface Sought {
  /** The words in normal form; a document holds all of them. */
  readonly words: readonly string[];
  /** The terms that such a document has. */
  readonly terms: readonly string[];
  /** The terms of one whose terms are to come: all words are to be looked for in its text. */
  readonly termsToCome: readonly string[];
  /** Those of the words that the terms alone do not prove to be there. */
  readonly unproven: readonly string[];
}

/**
 * Reads what someone seeks: words between spaces, or one document number, which may hold spaces. Null when nothing is
 * sought at all; no words when nothing of it can be found, such as punctuation alone.
 *
 * @param region - a region code that is sought within, whose term narrows the search; null for everywhere
 */
export function sought(text: string, region: string | null): Sought | null {
  const cut = text.trim().slice(0, LONGEST_SOUGHT);
  if (cut === '') return null;
  const number = parseDocumentNumber(cut)?.text;
  const typed = number === undefined ? cut.split(/\s/u) : [number];
  const words = [...new Set(typed.map(normalText).filter((word) => word !== ''))].slice(0, MOST_WORDS);
  const terms = new Set(words.flatMap(termsOfWord));
  const within = region === null ? [] : [regionTerm(region)];
  return {
    words,
    terms: [...terms, ...within],
    termsToCome: [TERMS_TO_COME, ...within],
    unproven: words.filter((word) => Array.from(word).length > 2),
  };
}

/** A region as a term; the sign before it stands in no normal form. */
function regionTerm(code: string): string {
  const { from } = regionRange(code);
  return `@${from.replace(/(?:00)+$/, '')}`;
}

/** The region, its prefecture and its province. */
function regionsAbove(code: string): string[] {
  return [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
}
