import { transact } from '../../../kit/transact.ts';
import type { OpinionEvent, SentimentContext, Transaction } from '../../store/database.ts';
import { createEvent, refuseDetected, type DetectedEvent } from './create-event.ts';

/**
 * Records an opinion event that was detected (监测) and is not judged yet. Only staff of the region see it until it is; its
 * clocks count from the detection all the same.
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rule P5
 */
export async function detectOpinionEvent(input: DetectedEvent, context: SentimentContext): Promise<OpinionEvent> {
  const now = context.clock.now();
  await refuseDetected(input, context, now);
  const by = context.scope.viewer?.subject ?? '';
  return transact<Transaction, OpinionEvent>(context, (tx) => createEvent(tx, input, { by, now }));
}
