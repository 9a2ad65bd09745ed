import type { FailureNotice } from '../store/supervised.ts';
import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { failureNoticeWithdrawn } from '../events/failure-notice.ts';
import { noticeWithdrawalRefusals } from '../rules/failure-notice.ts';
import type { CatalogueContext, Transaction } from '../store/database.ts';
import { lockNotice } from '../store/failure-notices.ts';
import { NOTIFIERS } from './issue-failure-notice.ts';
import { notFound } from './permitted-task.ts';

/** Which notice, and why it does not stand, in public. */
export interface WithdrawFailureNoticeInput {
  readonly id: string;
  readonly note: string;
}

/**
 * Withdraws a notice that should not have been given; its tombstone in the log says why.
 *
 * @throws Refused when not permitted, when there is no such notice, when it was withdrawn, or without a note
 * @see rule C19
 */
export async function withdrawFailureNotice(
  { id, note }: WithdrawFailureNoticeInput,
  context: CatalogueContext,
): Promise<FailureNotice> {
  const { viewer } = context.scope;
  refuseIfAny(permissionRefusals(viewer, NOTIFIERS, null));
  return transact<Transaction, FailureNotice>(context, async (tx, record) => {
    const notice = await lockNotice(tx, id);
    if (notice === null) throw new Refused([notFound('FailureNotice', ['id'], id)]);
    refuseIfAny(permissionRefusals(viewer, NOTIFIERS, notice.superiorCode));
    refuseIfAny(noticeWithdrawalRefusals(notice.withdrawnAt !== null, note));
    const now = context.clock.now();
    const withdrawn = await tx.failureNotice.update({
      where: { id },
      data: { withdrawnAt: now, withdrawalNote: note },
    });
    const items = await tx.failureNoticeItem.findMany({ where: { noticeId: id }, orderBy: { ordinal: 'asc' } });
    const itemIds = items.map(({ itemId }) => itemId);
    record(failureNoticeWithdrawn(withdrawn, itemIds, { note, occurredAt: now }));
    return withdrawn;
  });
}
