import type { CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { replyRefusals } from '../../rules/application/consulting.ts';
import type { ConsultationReply } from '../../rules/application/facts.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeConsultationStep } from './take-consultation-step.ts';

export interface RecordConsultationReplyInput {
  readonly consultation: string;
  readonly repliedOn: CivilDate;
  readonly reply: ConsultationReply;
  readonly isReasonable?: boolean | null | undefined;
  readonly note?: string | null | undefined;
}

/**
 * Notes what someone who was consulted answers; the time limit of the answer runs on from the day after.
 *
 * @throws Refused when not permitted, when there is no such consultation, or when rules refuse
 * @see rules R6, R7, R8
 */
export function recordConsultationReply(
  { consultation, repliedOn, reply, isReasonable = null, note = null }: RecordConsultationReplyInput,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeConsultationStep(consultation, context, (standing, found) => {
    refuseIfAny(replyRefusals({ repliedOn, reply, isReasonable, note }, standing, found));
    const fact = { kind: 'CONSULTATION_REPLIED', on: repliedOn, consultation, reply } as const;
    return { facts: [{ ...fact, isReasonable: isReasonable ?? false }], note };
  });
}
