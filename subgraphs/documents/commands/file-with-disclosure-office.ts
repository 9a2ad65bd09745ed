import { refuseIfAny } from '../../../core/refusal.ts';
import { filingRefusals } from '../rules/filing.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { takeSteps } from '../store/document-steps.ts';
import { permittedDocument } from './permitted-document.ts';

/**
 * Notes that the proposal not to disclose a document proactively was filed with the disclosure office (备案), which
 * must happen before approval. Filing again changes nothing.
 *
 * @throws Refused when not permitted, when there is no such document, or when there is nothing to file
 * @see rules D2, D3
 */
export async function fileWithDisclosureOffice(
  { id }: { readonly id: string },
  { db, scope, clock }: DocumentsContext,
): Promise<Document> {
  return db.$transaction(async (tx) => {
    const document = await permittedDocument(tx, scope.viewer, { id, path: ['id'], roles: ['EDITOR', 'PUBLISHER'] });
    refuseIfAny(filingRefusals(document));
    if (document.filedAt !== null) return document;
    const now = clock.now();
    await takeSteps(tx, [id], 'FILED', { by: scope.viewer?.subject ?? '', at: now });
    return tx.document.update({ where: { id }, data: { filedAt: now } });
  });
}
