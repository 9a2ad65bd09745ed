import { covers, regionRange } from '../../../../core/region-code.ts';
import { inOrder, perRequest } from '../../../kit/per-request.ts';
import { isStaffOf } from '../../../kit/staff.ts';
import type { SentimentContext, Transaction } from '../database.ts';
import type { KnowledgeAnswer } from '../knowledge/knowledge-answers.ts';

/**
 * The text of an answer of the knowledge base that holds in a region; null when there is none such, or it was withdrawn.
 */
export async function standingAnswer(tx: Transaction, id: string, regionCode: string): Promise<string | null> {
  const found = await tx.knowledgeAnswer.findUnique({ where: { id } });
  if (found === null || found.withdrawnAt !== null || !covers(regionRange(found.regionCode), regionCode)) return null;
  return found.answer;
}

/**
 * The answer that was given with a step, once withdrawn only for staff of its region; one statement, however many steps a
 * request asks for.
 */
export function knowledgeOf(context: SentimentContext, id: string): Promise<KnowledgeAnswer | null> {
  return perRequest(context, 'knowledge that was given', async (ids: readonly string[]) => {
    const rows = await context.db.knowledgeAnswer.findMany({ where: { id: { in: [...ids] } } });
    const seen = rows.filter(
      ({ withdrawnAt, regionCode }) => withdrawnAt === null || isStaffOf(context.scope.viewer, regionCode),
    );
    return inOrder(ids, seen, (row) => row.id);
  }).load(id);
}
