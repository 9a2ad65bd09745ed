import type { Refusal } from '../../../../core/refusal.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { isUnderWay } from '../../rules/review-pass.ts';
import type { Transaction } from '../../store/database.ts';
import type { WholeDocument } from '../../store/whole-document.ts';

/**
 * Why someone may not change what explains a document any more: past its reviews only who publishes it answers for that.
 *
 * @see rules I1, D11
 */
export function answeringRefusals(viewer: Viewer | null, { status, regionCode }: WholeDocument): Refusal[] {
  return isUnderWay(status) || status === 'WITHDRAWN' ? [] : permissionRefusals(viewer, ['PUBLISHER'], regionCode);
}

/** A document and what explains it are signed together (同步审签): when that changes in review, all passes are signed anew. */
export async function dropSignatures(tx: Transaction, { id, status }: WholeDocument): Promise<void> {
  if (status !== 'IN_REVIEW') return;
  await tx.reviewPass.deleteMany({ where: { documentId: id } });
  await tx.document.update({ where: { id }, data: { status: 'DRAFT' } });
}
