import { refuseIfAny } from '../../../core/refusal.ts';
import { returnRefusals } from '../rules/returned-document.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { takeSteps } from '../store/document-steps.ts';
import { permittedDocument } from './permitted-document.ts';

/**
 * Sends a document back to its drafter before it is published; all passes are signed anew.
 *
 * @throws Refused when not permitted, when there is no such document, when it is published, or without a reason
 * @see rule D11
 */
export async function returnDocument(
  { id, note }: { readonly id: string; readonly note: string },
  { db, scope, clock }: DocumentsContext,
): Promise<Document> {
  return db.$transaction(async (tx) => {
    const document = await permittedDocument(tx, scope.viewer, { id, path: ['id'], roles: ['REVIEWER'] });
    refuseIfAny(returnRefusals(document.status, note));
    await tx.reviewPass.deleteMany({ where: { documentId: id } });
    await takeSteps(tx, [id], 'RETURNED', { by: scope.viewer?.subject ?? '', at: clock.now(), note });
    return tx.document.update({
      where: { id },
      data: { status: 'DRAFT', approvedAt: null, attributeReviewDueOn: null },
    });
  });
}
