import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { optionalTextRefusals, textRefusals } from '../../../../core/text-input.ts';

/** The longest texts that are taken, in characters, and the most passages that are kept as they are. */
export const LONGEST = { question: 500, answer: 20_000, topic: 50, keep: 200 } as const;
export const MOST_KEPT = 100;

/** What of an answer of the knowledge base the rules look at. */
export interface KnowledgeInput {
  readonly question: string;
  readonly answer: string;
  readonly topic: string | null;
  readonly reviewOn: CivilDate | null;
  readonly isSpecialResponse: boolean;
  readonly keep: readonly string[];
}

/**
 * Why an answer is not taken into the knowledge base: a text is missing, too long, or holds what nobody sees; it is to be
 * looked at again before today; or it is a special response (专项回应) and does not say to which topic.
 *
 * @param today - civil day in Asia/Shanghai
 * @see rule P12
 */
export function knowledgeRefusals(input: KnowledgeInput, today: CivilDate): Refusal[] {
  const { question, answer, topic, reviewOn, isSpecialResponse } = input;
  const refusals = [
    ...textRefusals(question, placed('question')),
    ...textRefusals(answer, placed('answer')),
    ...optionalTextRefusals(topic, placed('topic')),
    ...keepRefusals(input.keep),
  ];
  if (isSpecialResponse && topic === null) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'topic'], expected: 'topic', rules: ['P12'] });
  }
  if (reviewOn !== null && reviewOn < today) {
    refusals.push({ code: 'DAY_IN_PAST', path: ['input', 'reviewOn'], expected: today, got: reviewOn });
  }
  return refusals;
}

/** Why passages that are to stay as they are are not taken: there are too many, or one is too long or says nothing. */
export function keepRefusals(keep: readonly string[], path: readonly string[] = ['input', 'keep']): Refusal[] {
  if (keep.length > MOST_KEPT) {
    return [{ code: 'TOO_MANY_VALUES', path, expected: String(MOST_KEPT), got: String(keep.length) }];
  }
  return keep.flatMap((passage, at) =>
    textRefusals(passage, { path: [...path, String(at)], name: 'keep', maximum: LONGEST.keep }),
  );
}

function placed(name: 'question' | 'answer' | 'topic') {
  return { path: ['input', name], name, maximum: LONGEST[name] };
}
