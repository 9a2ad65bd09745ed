import { normalForm } from '../../../../core/normal-form.ts';
import { termsOf } from '../../../../core/search-terms.ts';
import { maskPersonalData } from '../privacy/mask.ts';
import type { MaskedPassage } from '../privacy/passage.ts';

/** What was masked in one of the two texts of an answer. */
export interface MaskedInAnswer extends MaskedPassage {
  readonly text: 'QUESTION' | 'ANSWER';
}

/** An answer of the knowledge base as it is kept: what is personal masked, and as it is found. */
export interface MaskedAnswer {
  readonly question: string;
  readonly answer: string;
  readonly topic: string | null;
  readonly masked: readonly MaskedInAnswer[];
  readonly terms: readonly string[];
  readonly searchText: string;
}

/**
 * Masks what is personal in a question, its answer and its topic, and makes what they are found by.
 *
 * @param keep - passages that are public
 */
export function maskedAnswer(
  texts: { readonly question: string; readonly answer: string; readonly topic: string | null },
  keep: readonly string[],
): MaskedAnswer {
  const question = maskPersonalData(texts.question, { keep });
  const answer = maskPersonalData(texts.answer, { keep });
  const topic = texts.topic === null ? null : maskPersonalData(texts.topic, { keep }).text.trim();
  return {
    question: question.text.trim(),
    answer: answer.text.trim(),
    topic,
    masked: [
      ...question.masked.map((passage) => ({ text: 'QUESTION' as const, ...passage })),
      ...answer.masked.map((passage) => ({ text: 'ANSWER' as const, ...passage })),
    ],
    ...searchedBy([question.text, topic ?? '', answer.text]),
  };
}

/** What texts are found by: their terms, and their normal forms with a space between them. */
export function searchedBy(texts: readonly string[]): {
  readonly terms: readonly string[];
  readonly searchText: string;
} {
  const forms = texts.map((text) => normalForm(text).characters);
  const terms = new Set(forms.flatMap((characters) => [...termsOf(characters)]));
  return { terms: [...terms], searchText: forms.map((characters) => characters.join('')).join(' ') };
}
