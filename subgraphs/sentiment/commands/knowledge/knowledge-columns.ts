import { civilDateOf, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { knowledgeRefusals, type KnowledgeInput } from '../../rules/knowledge/knowledge-input.ts';
import { maskedAnswer } from '../../rules/knowledge/masked-answer.ts';
import type { SentimentContext } from '../../store/database.ts';
import { isKnownInstitution } from '../../store/followed-institutions.ts';

/** An answer of the knowledge base, as it is handed in. */
export interface KnowledgeAnswerTexts {
  readonly office: string;
  readonly question: string;
  readonly answer: string;
  readonly topic?: string | null | undefined;
  readonly reviewOn?: CivilDate | null | undefined;
  readonly isSpecialResponse?: boolean | null | undefined;
  readonly keep?: readonly string[] | null | undefined;
}

/** Why what was handed in is not taken: for what rules say, or because its office is not known. */
export async function handedInRefusals(input: KnowledgeAnswerTexts, context: SentimentContext): Promise<Refusal[]> {
  const { office } = input;
  const refusals = knowledgeRefusals(whole(input), civilDateOf(context.clock.now()));
  if (await isKnownInstitution(context, office)) return refusals;
  return [
    ...refusals,
    { code: 'NOT_FOUND', path: ['input', 'office'], expected: 'Institution', got: office.slice(0, 100) },
  ];
}

/** What is kept of it: what is personal is masked. */
export function knowledgeColumns(input: KnowledgeAnswerTexts) {
  const { question, answer, topic, reviewOn, isSpecialResponse, keep } = whole(input);
  const { masked, terms, ...texts } = maskedAnswer({ question, answer, topic }, keep);
  return {
    ...texts,
    officeId: input.office,
    masked: masked.map((passage) => ({ ...passage })),
    terms: [...terms],
    reviewOn: reviewOn === null ? null : toUtcMidnight(reviewOn),
    isSpecialResponse,
  };
}

function whole({ question, answer, topic, reviewOn, isSpecialResponse, keep }: KnowledgeAnswerTexts): KnowledgeInput {
  return {
    question,
    answer,
    topic: topic == null || topic.trim() === '' ? null : topic.trim(),
    reviewOn: reviewOn ?? null,
    isSpecialResponse: isSpecialResponse ?? false,
    keep: keep ?? [],
  };
}
