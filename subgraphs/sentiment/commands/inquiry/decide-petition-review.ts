import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { reviewDecisionRefusals } from '../../rules/inquiry/petition.ts';
import { neededText } from '../../rules/inquiry/texts.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { SPEAKING, takeInquiryStep } from './take-inquiry-step.ts';

export interface DecidePetitionReviewInput {
  /** The outcome; for whoever holds the receipt. */
  readonly answer: string;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Tells the outcome of a review (复查意见) or of a re-review (复核意见), which stops its clock.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rule P10
 */
export function decidePetitionReview(
  { id, input }: { readonly id: string; readonly input: DecidePetitionReviewInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { answer: note, evidence } = input;
  const refusals = neededText('answer', note);
  const asked = { id, step: 'decideReview', roles: SPEAKING, refusals, evidence } as const;
  return takeInquiryStep(asked, context, ({ inquiry, standing }) => ({
    refusals: reviewDecisionRefusals(standing),
    change: () => ({
      step: { kind: 'REVIEW_DECIDED', officeId: inquiry.officeId, note },
      columns: { stage: 'ANSWERED', isSatisfied: null },
      clocks: (clocks) => clocks.meet('PETITION_REVIEW', 'PETITION_RE_REVIEW'),
    }),
  }));
}
