import type { Appointment } from '../../rules/function-separation.ts';
import type { Transaction } from '../database.ts';

/** Who was appointed to which function at an office. */
export function appointmentsOf(tx: Pick<Transaction, 'functionHolder'>, officeId: string): Promise<Appointment[]> {
  return tx.functionHolder.findMany({ where: { officeId }, select: { account: true, function: true } });
}

/**
 * The same, and nobody is appointed at the office until the transaction ends, so that two appointments at once can not
 * give one account both functions.
 */
export async function lockAppointments(tx: Transaction, officeId: string): Promise<Appointment[]> {
  await tx.$queryRaw`SELECT 1 FROM documents.followed_institution WHERE id = ${officeId} FOR UPDATE`;
  return appointmentsOf(tx, officeId);
}
