import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { optionalTextRefusals, textRefusals } from '../../../../core/text-input.ts';
import { keepRefusals } from '../privacy/kept.ts';

/** The longest texts that are taken, in characters. */
export const LONGEST = { question: 500, answer: 20_000, topic: 50 } as const;

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

function placed(name: 'question' | 'answer' | 'topic') {
  return { path: ['input', name], name, maximum: LONGEST[name] };
}
