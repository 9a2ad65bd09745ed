import { normalText } from '../../../../core/normal-form.ts';
import { termsOfWord } from '../../../../core/search-terms.ts';

/** Of what is typed so many characters count, and so many words. */
const LONGEST_SOUGHT = 200;
const MOST_WORDS = 10;

/** What someone seeks in the knowledge base. */
export interface SoughtAnswer {
  /** The words in normal form; an answer holds all of them. */
  readonly words: readonly string[];
  /** The terms that such an answer has. */
  readonly terms: readonly string[];
}

/** Reads what someone seeks, words between spaces; null when nothing is sought, no words when nothing of it can be found. */
export function soughtAnswer(text: string): SoughtAnswer | null {
  const cut = text.trim().slice(0, LONGEST_SOUGHT).toWellFormed();
  if (cut === '') return null;
  const words = [...new Set(cut.split(/\s/u).map(normalText))].filter((word) => word !== '').slice(0, MOST_WORDS);
  return { words, terms: [...new Set(words.flatMap(termsOfWord))] };
}

/** The regions whose answers hold in a region: itself, its prefecture and its province. */
export function regionsAbove(code: string): string[] {
  return [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])];
}

/** Whether an answer should be looked at again by now; on the day itself it should. */
export function isDueForReview(reviewOn: string | null, today: string): boolean {
  return reviewOn !== null && reviewOn <= today;
}
