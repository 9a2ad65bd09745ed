import { civilDateOf, toUtcMidnight } from '../../../core/civil-date.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { attributeReviewRefusals, reviewDueOn } from '../rules/attribute-review.ts';
import type { DocumentAttribute } from '../rules/document-attribute.ts';
import { functionRefusals } from '../rules/function-separation.ts';
import { appointmentsOf } from '../store/application/function-holders.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { keepAttributeChanges, takeSteps } from '../store/document-steps.ts';
import { reviewMonthsOf } from '../store/issuers.ts';
import { permittedDocument } from './permitted-document.ts';

/** What a review of a document's attribute decides. */
export interface ReviewAttributeInput {
  readonly attribute: DocumentAttribute;
  readonly ground?: string | null | undefined;
  readonly superiorException?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/**
 * Records that the attribute of a document that was issued but is not public was looked at again: it stays, moves
 * between the two hidden classes, or the document becomes one to publish. The disclosure office itself decides, so
 * nothing is filed anew.
 *
 * @throws Refused when not permitted, when there is no such document, or for a decision that rules refuse
 * @see rules D4–D6, R17
 */
export async function reviewAttribute(
  { id, input }: { readonly id: string; readonly input: ReviewAttributeInput },
  { db, scope, clock }: DocumentsContext,
): Promise<Document> {
  const { attribute, ground = null, superiorException = null, note = null } = input;
  const doing = { by: scope.viewer?.subject ?? '', at: clock.now() };
  return db.$transaction(async (tx) => {
    const document = await permittedDocument(tx, scope.viewer, { id, path: ['id'], roles: ['REVIEWER', 'PUBLISHER'] });
    const appointments = await appointmentsOf(tx, document.issuerId);
    const superiorAttribute = document.superior?.attribute ?? null;
    refuseIfAny([
      ...functionRefusals(doing.by, 'ATTRIBUTE_MANAGEMENT', appointments),
      ...attributeReviewRefusals({ ...document, superiorAttribute }, { attribute, ground, superiorException, note }),
    ]);
    const today = civilDateOf(doing.at);
    const months = (await reviewMonthsOf(tx, [document.issuerId], today)).get(document.issuerId) ?? null;
    const due = reviewDueOn(attribute, today, months);
    await takeSteps(tx, [id], 'ATTRIBUTE_REVIEWED', { ...doing, note });
    const change = { documentId: id, before: document.attribute, after: attribute, ground, note };
    await keepAttributeChanges(tx, 'PERIODIC_REVIEW', [change], doing);
    const attributeReviewDueOn = due === null ? null : toUtcMidnight(due);
    return tx.document.update({
      where: { id },
      data: { attribute, ground, superiorException, attributeReviewDueOn },
    });
  });
}
