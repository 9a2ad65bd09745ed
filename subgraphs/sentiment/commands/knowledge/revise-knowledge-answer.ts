import { transact } from '../../../kit/transact.ts';
import { knowledgeAnswerChanged } from '../../events/knowledge.ts';
import type { SentimentContext, Transaction } from '../../store/database.ts';
import type { KnowledgeAnswer } from '../../store/knowledge/knowledge-answers.ts';
import { handedInRefusals, knowledgeColumns, type KnowledgeAnswerTexts } from './knowledge-columns.ts';
import { permittedAnswer } from './permitted-answer.ts';

export interface ReviseKnowledgeAnswerInput {
  readonly id: string;
  readonly input: KnowledgeAnswerTexts;
}

/**
 * Puts an answer of the knowledge base in the place of what it said, as its next version; its region stays.
 *
 * @throws Refused when not permitted, when there is no such answer, when it is withdrawn, or for input that rules refuse
 */
export async function reviseKnowledgeAnswer(
  { id, input }: ReviseKnowledgeAnswerInput,
  context: SentimentContext,
): Promise<KnowledgeAnswer> {
  const refusals = await handedInRefusals(input, context);
  return transact<Transaction, KnowledgeAnswer>(context, async (tx, record) => {
    await permittedAnswer(tx, context, id, refusals);
    const now = context.clock.now();
    const data = { ...knowledgeColumns(input), version: { increment: 1 }, revisedAt: now };
    const revised = await tx.knowledgeAnswer.update({ where: { id }, data });
    record(knowledgeAnswerChanged('REVISED', revised, now));
    return revised;
  });
}
