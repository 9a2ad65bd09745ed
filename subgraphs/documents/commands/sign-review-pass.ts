import { civilDateOf, toUtcMidnight } from '../../../core/civil-date.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { reviewDueOn } from '../rules/attribute-review.ts';
import type { ReviewGate } from '../rules/review-gates.ts';
import { reviewRefusals, statusAfterPasses } from '../rules/review-pass.ts';
import type { Document, DocumentsContext, Transaction } from '../store/database.ts';
import { takeSteps, type Doing } from '../store/document-steps.ts';
import { reviewMonthsOf } from '../store/issuers.ts';
import type { WholeDocument } from '../store/whole-document.ts';
import { permittedDocument } from './permitted-document.ts';

export interface SignReviewPassInput {
  readonly id: string;
  /** What the document was looked at for; every gate. */
  readonly gates: readonly ReviewGate[];
}

/**
 * Signs the next of the three review passes (三审三校); the third approves the document, which is then issued (签发).
 *
 * @throws Refused when not permitted, when there is no such document, or when the account may not sign this pass
 * @see rules D1–D4, D11
 */
export async function signReviewPass(
  { id, gates }: SignReviewPassInput,
  { db, scope, clock }: DocumentsContext,
): Promise<Document> {
  const doing = { by: scope.viewer?.subject ?? '', at: clock.now() };
  return db.$transaction(async (tx) => {
    const document = await permittedDocument(tx, scope.viewer, { id, path: ['id'], roles: ['REVIEWER'] });
    const signedBy = document.reviewPasses.map((pass) => pass.signedBy);
    refuseIfAny(reviewRefusals({ ...underReview(document), signedBy }, { account: doing.by, gates }));
    const pass = signedBy.length + 1;
    const signed = [...new Set(gates)];
    await tx.reviewPass.create({
      data: { documentId: id, pass, signedBy: doing.by, signedAt: doing.at, gates: signed },
    });
    await takeSteps(tx, [id], 'PASS_SIGNED', { ...doing, note: String(pass) });
    const status = statusAfterPasses(pass);
    const data = status === 'APPROVED' ? await approval(tx, document, doing) : {};
    return tx.document.update({ where: { id }, data: { status, ...data } });
  });
}

function underReview(document: WholeDocument) {
  return {
    ...document,
    isFiled: document.filedAt !== null,
    writtenBy: [document.draftedBy, ...document.steps.map(({ takenBy }) => takenBy)],
    superiorAttribute: document.superior?.attribute ?? null,
  };
}

/** What approval brings: its time, and for what is not to be public the day on which its attribute is looked at again. */
async function approval(tx: Transaction, { id, issuerId, attribute }: WholeDocument, { by, at }: Doing) {
  await takeSteps(tx, [id], 'APPROVED', { by, at });
  const today = civilDateOf(at);
  const months = (await reviewMonthsOf(tx, [issuerId], today)).get(issuerId) ?? null;
  const due = reviewDueOn(attribute, today, months);
  return { approvedAt: at, attributeReviewDueOn: due === null ? null : toUtcMidnight(due) };
}
