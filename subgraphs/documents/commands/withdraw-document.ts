import { refuseIfAny } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { documentWithdrawn } from '../events/document.ts';
import { interpretationWithdrawn } from '../events/interpretation.ts';
import { withdrawalRefusals } from '../rules/withdrawal.ts';
import type { Document, DocumentsContext, Transaction, WithdrawalReason } from '../store/database.ts';
import { removeFromSearch } from '../store/search/search-writes.ts';
import { takeSteps } from '../store/document-steps.ts';
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
 * What the document amended or repealed stays so: a reason such as PRIVACY says nothing of whether the repeal holds,
 * and where it does not, a publisher says so of each document by `declareValidity`, with a basis and under a name.
 *
 * @throws Refused when not permitted, when there is no such document, when it is not published, or without a note
 * @see rules C21, D17
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
    await removeFromSearch(tx, [id]);
    await takeSteps(tx, [id], 'WITHDRAWN', { by: viewer?.subject ?? '', at: now, note });
    const withdrawal = { reason, note, occurredAt: now };
    record(
      documentWithdrawn(withdrawn, withdrawal),
      ...withdrawn.interpretations.map((one) => interpretationWithdrawn(one, withdrawn, withdrawal)),
    );
    return withdrawn;
  });
}
