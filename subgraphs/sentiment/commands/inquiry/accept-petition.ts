import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { acceptanceRefusals } from '../../rules/inquiry/petition.ts';
import { freeText } from '../../rules/inquiry/texts.ts';
import { PETITION_DECISION, startedLimit } from '../../rules/inquiry/time-limits.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { SPEAKING, takeInquiryStep } from './take-inquiry-step.ts';

export interface AcceptPetitionInput {
  readonly note?: string | null | undefined;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Tells that a petition is accepted (受理告知), which stops the clock of the notice and starts that of the decision.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rule P10
 */
export function acceptPetition(
  { id, input }: { readonly id: string; readonly input?: AcceptPetitionInput | null | undefined },
  context: SentimentContext,
): Promise<Inquiry> {
  const { note = null, evidence } = input ?? {};
  const refusals = freeText('note', note);
  const asked = { id, step: 'accept', roles: SPEAKING, refusals, evidence } as const;
  return takeInquiryStep(asked, context, ({ inquiry, standing, now, calendar }) => ({
    refusals: acceptanceRefusals(standing),
    change: () => ({
      step: { kind: 'ACCEPTED', officeId: inquiry.officeId, note },
      clocks: async (clocks) => {
        await clocks.meet('PETITION_NOTICE');
        await clocks.drop(clocks.running('PETITION_OBJECTION'));
        await clocks.start([startedLimit(PETITION_DECISION, now, calendar)], inquiry);
      },
    }),
  }));
}
