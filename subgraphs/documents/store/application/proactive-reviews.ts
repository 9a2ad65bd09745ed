import type { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import type { Transaction } from '../database.ts';

const WITH_APPLICATION = { application: { select: { purgedAt: true } } } satisfies Prisma.ProactiveReviewInclude;

/** A review that nobody else decides until the transaction ends; null when there is none. */
export async function lockReview(
  tx: Transaction,
  id: string,
): Promise<Prisma.ProactiveReviewGetPayload<{ include: typeof WITH_APPLICATION }> | null> {
  await tx.$queryRaw`SELECT 1 FROM documents.proactive_review WHERE id = ${id} FOR UPDATE`;
  return tx.proactiveReview.findUnique({ where: { id }, include: WITH_APPLICATION });
}
