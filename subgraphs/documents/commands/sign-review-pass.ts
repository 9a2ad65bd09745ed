import { refuseIfAny } from '../../../core/refusal.ts';
import { reviewRefusals, statusAfterPasses } from '../rules/review-pass.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { permittedDocument } from './permitted-document.ts';

/**
 * Signs the next of the three review passes (三审三校); the third approves the document.
 *
 * @throws Refused when not permitted, when there is no such document, or when the account may not sign this pass
 * @see rules D1–D3, D11
 */
export async function signReviewPass(
  { id }: { readonly id: string },
  { db, scope, clock }: DocumentsContext,
): Promise<Document> {
  const account = scope.viewer?.subject ?? '';
  return db.$transaction(async (tx) => {
    const document = await permittedDocument(tx, scope.viewer, { id, path: ['id'], roles: ['REVIEWER'] });
    const signedBy = document.reviewPasses.map((pass) => pass.signedBy);
    refuseIfAny(reviewRefusals({ ...document, isFiled: document.filedAt !== null, signedBy }, account));
    const pass = signedBy.length + 1;
    await tx.reviewPass.create({ data: { documentId: id, pass, signedBy: account, signedAt: clock.now() } });
    return tx.document.update({ where: { id }, data: { status: statusAfterPasses(pass) } });
  });
}
