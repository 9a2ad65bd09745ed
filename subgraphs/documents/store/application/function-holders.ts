import { isStaffOf } from '../../../kit/staff.ts';
import type { Appointment } from '../../rules/function-separation.ts';
import type { DocumentsContext, Transaction } from '../database.ts';
import type { FunctionHolder } from './rows.ts';

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

/** Who does which function at an office, by account; empty for everyone but staff of its region or of one above it. */
export async function functionHolders({ db, scope }: DocumentsContext, officeId: string): Promise<FunctionHolder[]> {
  const office = await db.followedInstitution.findUnique({ where: { id: officeId } });
  if (office === null || !isStaffOf(scope.viewer, office.regionCode)) return [];
  return db.functionHolder.findMany({ where: { officeId }, orderBy: { account: 'asc' } });
}
