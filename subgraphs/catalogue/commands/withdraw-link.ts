import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import type { WithdrawalReason } from '../../../core/withdrawal.ts';
import { transact } from '../../kit/transact.ts';
import { disclosureWithdrawn } from '../events/disclosure.ts';
import { disclosureDutyChanged } from '../events/disclosure-duty.ts';
import { noteRefusals } from '../rules/disclosure-input.ts';
import type { CatalogueContext, Disclosure, Transaction } from '../store/database.ts';
import { endPeriods } from '../store/followed-disclosures.ts';
import { permittedDisclosure } from './permitted-disclosure.ts';

export interface WithdrawLinkInput {
  readonly id: string;
  readonly reason: WithdrawalReason;
  /** Why, in public; at most 1,000 characters. */
  readonly note: string;
}

/**
 * Withdraws a link; its tombstone in the log gives the reason. What it met is owed again. Documents, price lists and
 * answers are withdrawn where they were published.
 *
 * @throws Refused when not permitted, when there is no such link, when it was withdrawn already, or without a note
 * @see rules C13, C21
 */
export async function withdrawLink(
  { id, reason, note }: WithdrawLinkInput,
  context: CatalogueContext,
): Promise<Disclosure> {
  const now = context.clock.now();
  return transact<Transaction, Disclosure>(context, async (tx, record) => {
    const asked = { id, path: ['id'], roles: ['PUBLISHER'], now } as const;
    const link = await permittedDisclosure(tx, context.scope.viewer, asked);
    if (link.kind !== 'LINK') {
      throw new Refused([{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'LINK', got: link.kind }]);
    }
    refuseIfAny(noteRefusals(note, ['note']));
    const withdrawn = await tx.disclosure.update({ where: { id }, data: { withdrawnAt: now } });
    const owed = await endPeriods(tx, [id]);
    record(
      disclosureWithdrawn(link, { reason, note, occurredAt: now }),
      ...owed.map((duty) => disclosureDutyChanged('REVISED', duty, now)),
    );
    return withdrawn;
  });
}
