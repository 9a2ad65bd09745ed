import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { purgeDay } from '../../../../core/purge-day.ts';
import { closingRefusals } from '../../rules/inquiry/closing.ts';
import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { freeText } from '../../rules/inquiry/texts.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { SPEAKING, takeInquiryStep } from './take-inquiry-step.ts';

export interface CloseInquiryInput {
  readonly note?: string | null | undefined;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Closes an answered inquiry (办结); so many years later whatever is personal is erased.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rules P7, P9, P10
 */
export function closeInquiry(
  { id, input }: { readonly id: string; readonly input?: CloseInquiryInput | null | undefined },
  context: SentimentContext,
): Promise<Inquiry> {
  const { note = null, evidence } = input ?? {};
  const asked = { id, step: 'close', roles: SPEAKING, refusals: freeText('note', note), evidence } as const;
  return takeInquiryStep(asked, context, ({ inquiry, standing, now }) => {
    const today = civilDateOf(now);
    return {
      refusals: closingRefusals(inquiry, standing, today),
      change: () => ({
        step: { kind: 'CLOSED', officeId: inquiry.officeId, note },
        columns: { stage: 'CLOSED', closedAt: now, purgeDueOn: toUtcMidnight(purgeDay(today, context.retentionYears)) },
      }),
    };
  });
}
