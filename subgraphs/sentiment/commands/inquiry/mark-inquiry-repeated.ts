import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { purgeDay } from '../../../../core/purge-day.ts';
import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { repetitionRefusals } from '../../rules/inquiry/repetition.ts';
import { freeText } from '../../rules/inquiry/texts.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { SPEAKING, takeInquiryStep } from './take-inquiry-step.ts';

export interface MarkInquiryRepeatedInput {
  readonly note?: string | null | undefined;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Closes an inquiry that repeats the facts and reasons of one that was answered and closed (同一事实理由重复，不再办理). No
 * clock runs any more; whoever holds the receipt is told where the earlier answer stands.
 *
 * @param of - the earlier inquiry
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rule P9
 */
export function markInquiryRepeated(
  {
    id,
    of,
    input,
  }: { readonly id: string; readonly of: string; readonly input?: MarkInquiryRepeatedInput | null | undefined },
  context: SentimentContext,
): Promise<Inquiry> {
  const { note = null, evidence } = input ?? {};
  const asked = { id, step: 'repeat', roles: SPEAKING, refusals: freeText('note', note), evidence } as const;
  return takeInquiryStep(asked, context, async ({ inquiry, now, tx }) => {
    const other = await tx.inquiry.findUnique({ where: { id: of } });
    return {
      refusals: repetitionRefusals(inquiry, other),
      change: () => ({
        step: { kind: 'REPEATED', officeId: inquiry.officeId, note },
        columns: {
          ...{ stage: 'CLOSED', closedAt: now, repeatsId: of },
          purgeDueOn: toUtcMidnight(purgeDay(civilDateOf(now), context.retentionYears)),
        },
        clocks: (clocks) => clocks.drop(clocks.running()),
      }),
    };
  });
}
