import type { KnowledgeAnswer } from '../../../../prisma/generated/sentiment/client/client.ts';
import { inOrder, perRequest } from '../../../kit/per-request.ts';
import type { SentimentContext, Transaction } from '../database.ts';

/** The text of an answer of the knowledge base that stands; null when there is none, or it was withdrawn. */
export async function standingAnswer(tx: Transaction, id: string): Promise<string | null> {
  const found = await tx.knowledgeAnswer.findUnique({ where: { id }, select: { answer: true, withdrawnAt: true } });
  return found?.withdrawnAt === null ? found.answer : null;
}

/** The answer that was given with a step; one statement, however many steps a request asks for. */
export function knowledgeOf(context: SentimentContext, id: string): Promise<KnowledgeAnswer | null> {
  return perRequest(context, 'knowledge that was given', async (ids: readonly string[]) => {
    const rows = await context.db.knowledgeAnswer.findMany({ where: { id: { in: [...ids] } } });
    return inOrder(ids, rows, (row) => row.id);
  }).load(id);
}
