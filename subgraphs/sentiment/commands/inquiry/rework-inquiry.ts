import { reworkRefusals } from '../../rules/inquiry/closing.ts';
import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { neededText } from '../../rules/inquiry/texts.ts';
import { REWORK_REPLY, startedLimit } from '../../rules/inquiry/time-limits.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { HANDLING, takeInquiryStep } from './take-inquiry-step.ts';

export interface ReworkInquiryInput {
  readonly reason: string;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Sends back an inquiry whose answer did not satisfy (不满意退回重办): five working days more, in a new round.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rule P9
 */
export function reworkInquiry(
  { id, input }: { readonly id: string; readonly input: ReworkInquiryInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { reason: note, evidence } = input;
  const refusals = neededText('reason', note);
  const asked = { id, step: 'rework', roles: HANDLING, refusals, evidence } as const;
  return takeInquiryStep(asked, context, ({ inquiry, standing, now, calendar }) => ({
    refusals: reworkRefusals(inquiry.isSatisfied),
    change: () => ({
      step: { kind: 'REWORK', officeId: inquiry.officeId, note },
      columns: { stage: inquiry.officeId === null ? 'RECEIVED' : 'IN_HAND', isSatisfied: null },
      clocks: (clocks) =>
        clocks.start([{ ...startedLimit(REWORK_REPLY, now, calendar), round: standing.round + 1 }], inquiry),
    }),
  }));
}
