import { refuseIfAny } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { documentWithdrawn, interpretationWithdrawn } from '../events.ts';
import { withdrawalRefusals } from '../rules/withdrawal.ts';
import type { Document, DocumentsContext, Transaction, WithdrawalReason } from '../store/database.ts';
import { permittedDocument } from './permitted-document.ts';

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
  const { viewer } = context.scope;
  return transact<Transaction, Document>(context, async (tx, record) => {
    const document = await permittedDocument(tx, viewer, { id, path: ['id'], roles: ['PUBLISHER'] });
    refuseIfAny(withdrawalRefusals(document.status, note));
    const now = context.clock.now();
    const data = { status: 'WITHDRAWN' as const, withdrawnAt: now, withdrawalReason: reason, withdrawalNote: note };
    const withdrawn = await tx.document.update({
      where: { id },
      data,
      include: { items: true, interpretations: { orderBy: { id: 'asc' } } },
    });
    const withdrawal = { reason, note, occurredAt: now };
    record(
      documentWithdrawn(withdrawn, withdrawal),
      ...withdrawn.interpretations.map((one) => interpretationWithdrawn(one, withdrawn, withdrawal)),
    );
    return withdrawn;
  });
}
