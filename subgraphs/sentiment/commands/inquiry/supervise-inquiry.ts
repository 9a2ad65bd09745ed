import type { Role } from '../../../../core/viewer.ts';
import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { neededText } from '../../rules/inquiry/texts.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { takeInquiryStep } from './take-inquiry-step.ts';

export interface SuperviseInquiryInput {
  readonly note: string;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/** Who urges an office on. */
const SUPERVISING: readonly Role[] = ['REVIEWER', 'PUBLISHER'];

/**
 * Urges the office that has an inquiry in hand (督办); no clock is changed by it.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rule P7
 */
export function superviseInquiry(
  { id, input }: { readonly id: string; readonly input: SuperviseInquiryInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { note, evidence } = input;
  const asked = { id, step: 'supervise', roles: SUPERVISING, refusals: neededText('note', note), evidence } as const;
  return takeInquiryStep(asked, context, ({ inquiry }) => ({
    refusals: [],
    change: () => ({ step: { kind: 'SUPERVISED', officeId: inquiry.officeId, note } }),
  }));
}
