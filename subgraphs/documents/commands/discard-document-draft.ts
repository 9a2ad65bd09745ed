import { refuseIfAny } from '../../../core/refusal.ts';
import { isUnderWay, notUnderWay } from '../rules/review-pass.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { permittedDocument } from './permitted-document.ts';

/**
 * Throws a draft away, with what was bound to it; its numbers are free again.
 *
 * @returns the document as it was
 * @throws Refused when not permitted, when there is no such document, or when it was approved already
 */
export async function discardDocumentDraft(
  { id }: { readonly id: string },
  { db, scope }: DocumentsContext,
): Promise<Document> {
  return db.$transaction(async (tx) => {
    const document = await permittedDocument(tx, scope.viewer, { id, path: ['id'], roles: ['EDITOR', 'PUBLISHER'] });
    refuseIfAny(isUnderWay(document.status) ? [] : [notUnderWay(document.status)]);
    return tx.document.delete({ where: { id } });
  });
}
