import { transact } from '../../../kit/transact.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { keptText, LONGEST, optionalText } from '../../rules/opinion/opinion-input.ts';
import type { Severity } from '../../rules/opinion/response-deadline.ts';
import type { OpinionEvent, SentimentContext, Transaction } from '../../store/database.ts';
import { applyJudgement } from './apply-judgement.ts';
import { createEvent, refuseDetected, type DetectedEvent } from './create-event.ts';

/** A matter of public concern, as it was detected and judged. */
export interface RecordedEvent extends DetectedEvent {
  readonly severity: Severity;
  readonly verificationAsked?: boolean | null | undefined;
  readonly reason?: string | null | undefined;
}

/**
 * Records an opinion event and judges it at once; it is public from then on, with its deadlines.
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rules P1 to P5
 */
export async function recordOpinionEvent(input: RecordedEvent, context: SentimentContext): Promise<OpinionEvent> {
  const now = context.clock.now();
  await refuseDetected(input, context, now);
  const reason = keptText(input.reason);
  refuseIfAny(optionalText(['input', 'reason'], reason, LONGEST.reason));
  const by = context.scope.viewer?.subject ?? '';
  return transact<Transaction, OpinionEvent>(context, async (tx, record) => {
    const event = await createEvent(tx, input, { by, now });
    const judgement = { severity: input.severity, verificationAsked: input.verificationAsked ?? false, reason };
    return applyJudgement({ tx, record, event, now, by, path: ['input'] }, context, judgement);
  });
}
