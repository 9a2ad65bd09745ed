import type { WithdrawalReason } from '../../../../core/withdrawal.ts';
import { transact } from '../../../kit/transact.ts';
import { knowledgeAnswerWithdrawn } from '../../events/knowledge.ts';
import type { SentimentContext, Transaction } from '../../store/database.ts';
import type { KnowledgeAnswer } from '../../store/knowledge/knowledge-answers.ts';
import { permittedAnswer } from './permitted-answer.ts';

export interface WithdrawKnowledgeAnswerInput {
  readonly id: string;
  readonly reason: WithdrawalReason;
}

/**
 * Withdraws an answer of the knowledge base; nobody but staff of its region sees it from then on, and its tombstone in the
 * log gives the reason.
 *
 * @throws Refused when not permitted, when there is no such answer, or when it is withdrawn already
 */
export async function withdrawKnowledgeAnswer(
  { id, reason }: WithdrawKnowledgeAnswerInput,
  context: SentimentContext,
): Promise<KnowledgeAnswer> {
  return transact<Transaction, KnowledgeAnswer>(context, async (tx, record) => {
    await permittedAnswer(tx, context, id);
    const now = context.clock.now();
    const withdrawn = await tx.knowledgeAnswer.update({ where: { id }, data: { withdrawnAt: now } });
    record(knowledgeAnswerWithdrawn(withdrawn, reason, now));
    return withdrawn;
  });
}
