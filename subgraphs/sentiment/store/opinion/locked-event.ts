import type { OpinionEvent, Transaction } from '../database.ts';

/** An event that nobody else changes until the transaction ends; null when there is none. */
export async function lockEvent(tx: Transaction, id: string): Promise<OpinionEvent | null> {
  await tx.$queryRaw`SELECT 1 FROM sentiment.opinion_event WHERE id = ${id} FOR UPDATE`;
  return tx.opinionEvent.findUnique({ where: { id } });
}
