import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { freeText } from '../../rules/inquiry/texts.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { HANDLING, takeInquiryStep } from './take-inquiry-step.ts';

export interface RateInquiryInput {
  readonly isSatisfied: boolean;
  readonly note?: string | null | undefined;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Notes whether whoever asked is satisfied with the answer (满意度回访); the last word counts.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rules P7, P9
 */
export function rateInquiry(
  { id, input }: { readonly id: string; readonly input: RateInquiryInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { isSatisfied, note = null, evidence } = input;
  const asked = { id, step: 'rate', roles: HANDLING, refusals: freeText('note', note), evidence } as const;
  return takeInquiryStep(asked, context, () => ({
    refusals: [],
    change: () => ({ step: { kind: 'RATED', note, detail: { isSatisfied } }, columns: { isSatisfied } }),
  }));
}
