import { refuseIfAny } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { disclosureDutyWithdrawn } from '../events/disclosure-duty.ts';
import { noteRefusals } from '../rules/disclosure-input.ts';
import type { CatalogueContext, DisclosureDuty, Transaction } from '../store/database.ts';
import { permittedDuty } from './permitted-duty.ts';

/**
 * Takes back a duty that was recorded in error; its tombstone in the log says why.
 *
 * @returns the duty as it was
 * @throws Refused when not permitted, when there is no such duty, or without a note
 */
export async function withdrawDisclosureDuty(
  { id, note }: { readonly id: string; readonly note: string },
  context: CatalogueContext,
): Promise<DisclosureDuty> {
  const now = context.clock.now();
  return transact<Transaction, DisclosureDuty>(context, async (tx, record) => {
    const duty = await permittedDuty(tx, context.scope.viewer, { id, roles: ['PUBLISHER'] });
    refuseIfAny(noteRefusals(note, ['note']));
    await tx.disclosureDuty.delete({ where: { id } });
    record(disclosureDutyWithdrawn(duty, note, now));
    return duty;
  });
}
