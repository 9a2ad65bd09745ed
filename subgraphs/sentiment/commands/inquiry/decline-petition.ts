import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { acceptanceRefusals } from '../../rules/inquiry/petition.ts';
import { neededText } from '../../rules/inquiry/texts.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { SPEAKING, takeInquiryStep } from './take-inquiry-step.ts';

export interface DeclinePetitionInput {
  /** Why, and where the petitioner may turn; for whoever holds the receipt. */
  readonly reason: string;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Tells that a petition is not accepted (不予受理告知) and why. That is its answer; no decision is owed.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rule P10
 */
export function declinePetition(
  { id, input }: { readonly id: string; readonly input: DeclinePetitionInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { reason: note, evidence } = input;
  const refusals = neededText('reason', note);
  const asked = { id, step: 'decline', roles: SPEAKING, refusals, evidence } as const;
  return takeInquiryStep(asked, context, ({ inquiry, standing, now }) => ({
    refusals: acceptanceRefusals(standing),
    change: () => ({
      step: { kind: 'NOT_ACCEPTED', officeId: inquiry.officeId, note },
      columns: { stage: 'ANSWERED', answeredAt: now },
      clocks: async (clocks) => {
        await clocks.meet('PETITION_NOTICE');
        await clocks.drop(clocks.running('PETITION_OBJECTION'));
      },
    }),
  }));
}
