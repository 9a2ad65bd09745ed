import type { Transaction } from '../database.ts';

/** The text of an answer of the knowledge base that stands; null when there is none, or it was withdrawn. */
export async function standingAnswer(tx: Transaction, id: string): Promise<string | null> {
  const found = await tx.knowledgeAnswer.findUnique({ where: { id }, select: { answer: true, withdrawnAt: true } });
  return found?.withdrawnAt === null ? found.answer : null;
}
