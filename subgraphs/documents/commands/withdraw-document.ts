import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { documentWithdrawn, interpretationWithdrawn } from '../events.ts';
import { textRefusals } from '../rules/draft-input.ts';
import type { Document, DocumentsContext, Transaction, WithdrawalReason } from '../store/database.ts';
import { lockDocument } from '../store/whole-document.ts';
import { notFound } from './not-found.ts';

export interface WithdrawDocumentInput {
  readonly id: string;
  readonly reason: WithdrawalReason;
  /** Why, in public; at most 1,000 characters. */
  readonly note: string;
}

/**
 * Withdraws a published document and its interpretations; their tombstones in the log give the reason.
 *
 * @throws Refused when not permitted, when there is no such document, when it is not published, or without a note
 * @see rule C21
 */
export async function withdrawDocument(
  { id, reason, note }: WithdrawDocumentInput,
  context: DocumentsContext,
): Promise<Document> {
  const now = context.clock.now();
  return transact<Transaction, Document>(context, async (tx, record) => {
    const document = await lockDocument(tx, id);
    refuseIfAny([
      ...permissionRefusals(context.scope.viewer, ['PUBLISHER'], document?.regionCode ?? null),
      ...(document === null ? [notFound('Document', ['id'], id)] : []),
      ...(document !== null && document.status !== 'PUBLISHED'
        ? [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got: document.status } as const]
        : []),
      ...textRefusals('note', note, ['note']),
    ]);
    const data = { status: 'WITHDRAWN' as const, withdrawnAt: now, withdrawalReason: reason, withdrawalNote: note };
    const withdrawn = await tx.document.update({
      where: { id },
      data,
      include: { items: true, interpretations: true },
    });
    const withdrawal = { reason, note, occurredAt: now };
    record(
      documentWithdrawn(withdrawn, withdrawal),
      ...withdrawn.interpretations.map((one) => interpretationWithdrawn(one, withdrawn, withdrawal)),
    );
    return withdrawn;
  });
}
