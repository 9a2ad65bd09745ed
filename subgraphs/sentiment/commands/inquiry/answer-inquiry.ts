import type { Refusal } from '../../../../core/refusal.ts';
import { answeringRefusals } from '../../rules/inquiry/answering.ts';
import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { freeText, leftOut } from '../../rules/inquiry/texts.ts';
import type { SentimentContext } from '../../store/database.ts';
import { standingAnswer } from '../../store/inquiry/knowledge.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { SPEAKING, takeInquiryStep, type FoundInquiry } from './take-inquiry-step.ts';

export interface AnswerInquiryInput {
  /** That of the knowledge base when left out. */
  readonly answer?: string | null | undefined;
  /** The answer of the knowledge base that is given. */
  readonly knowledge?: string | null | undefined;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Answers an inquiry (答复), which stops its clock; of a petition this is the decision (处理意见). The answer is sealed, and
 * read by staff and by whoever holds the receipt.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rules P7–P10
 */
export function answerInquiry(
  { id, input }: { readonly id: string; readonly input: AnswerInquiryInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { knowledge = null, evidence } = input;
  const refusals = freeText('answer', input.answer);
  const asked = { id, step: 'answer', roles: SPEAKING, refusals, evidence } as const;
  return takeInquiryStep(asked, context, async ({ inquiry, standing, now, tx }) => {
    const given = await givenAnswer({ tx, inquiry }, leftOut(input.answer), knowledge);
    return {
      refusals: [...given.refusals, ...answeringRefusals(inquiry, standing)],
      change: () => ({
        step: { kind: 'ANSWERED', officeId: inquiry.officeId, note: given.answer, knowledgeId: knowledge },
        columns: { stage: 'ANSWERED', answeredAt: inquiry.answeredAt ?? now, isSatisfied: null },
        clocks: (clocks) => clocks.meet('REPLY', 'PETITION_DECISION'),
      }),
    };
  });
}

interface GivenAnswer {
  readonly answer: string | null;
  readonly refusals: readonly Refusal[];
}

async function givenAnswer(
  { tx, inquiry }: Pick<FoundInquiry, 'tx' | 'inquiry'>,
  own: string | null,
  knowledge: string | null,
): Promise<GivenAnswer> {
  const known = knowledge === null ? null : await standingAnswer(tx, knowledge, inquiry.regionCode);
  const refusals: Refusal[] = [];
  if (knowledge !== null && known === null) {
    const path = ['input', 'knowledge'];
    refusals.push({ code: 'NOT_FOUND', path, expected: 'KnowledgeAnswer', got: knowledge.slice(0, 100) });
  }
  if (own === null && knowledge === null) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'answer'], expected: 'answer', rules: ['P7'] });
  }
  return { answer: own ?? known, refusals };
}
