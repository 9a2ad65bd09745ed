import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import type { SentimentContext, Transaction } from '../../store/database.ts';
import { lockKnowledgeAnswer, type KnowledgeAnswer } from '../../store/knowledge/knowledge-answers.ts';

/**
 * An answer that a publisher of its region may change, locked until the transaction ends.
 *
 * @param others - further reasons to refuse, told only to who is permitted
 * @throws Refused when not permitted, when there is no such answer, or when it is withdrawn
 */
export async function permittedAnswer(
  tx: Transaction,
  { scope }: SentimentContext,
  id: string,
  others: readonly Refusal[] = [],
): Promise<KnowledgeAnswer> {
  const answer = await lockKnowledgeAnswer(tx, id);
  refuseIfAny(permissionRefusals(scope.viewer, ['PUBLISHER'], answer?.regionCode ?? null));
  refuseIfAny([...standingRefusals(answer, id), ...others]);
  return answer as KnowledgeAnswer;
}

function standingRefusals(answer: KnowledgeAnswer | null, id: string): Refusal[] {
  if (answer === null) {
    return [{ code: 'NOT_FOUND', path: ['id'], expected: 'KnowledgeAnswer', got: id.slice(0, 100) }];
  }
  if (answer.withdrawnAt === null) return [];
  return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got: 'WITHDRAWN' }];
}
