import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { proactiveReviewRefusals, type ProactiveReviewDecision } from '../../rules/application/proactive-review.ts';
import { answererRefusals, functionRefusals } from '../../rules/function-separation.ts';
import { appointmentsOf } from '../../store/application/function-holders.ts';
import { lockReview } from '../../store/application/proactive-reviews.ts';
import type { ProactiveReview } from '../../store/application/rows.ts';
import { sealedIfAny } from '../../store/application/sealed.ts';
import type { DocumentsContext, Transaction } from '../../store/database.ts';
import { keepAttributeChanges, takeSteps } from '../../store/document-steps.ts';
import { lockDocument, type WholeDocument } from '../../store/whole-document.ts';
import { handlerRefusals } from './permitted-handler.ts';

export interface DecideProactiveReviewInput {
  readonly id: string;
  readonly decision: ProactiveReviewDecision;
  /** Why. */
  readonly note: string;
}

/**
 * Decides whether what was given on request is disclosed to everyone from now on. A document that was named becomes one
 * to be disclosed proactively; publishing it is a step of its own.
 *
 * @throws Refused when not permitted, when there is no such review, when the account does not manage attributes at the
 *   office or answered the application, or when rules refuse
 * @see rules D9, R17
 */
export async function decideProactiveReview(
  { id, decision, note }: DecideProactiveReviewInput,
  { scope, clock, db, sealing }: DocumentsContext,
): Promise<ProactiveReview> {
  const { viewer } = scope;
  const [account, now] = [viewer?.subject ?? '', clock.now()];
  refuseIfAny(handlerRefusals(viewer, null));
  return db.$transaction(async (tx) => {
    const review = await lockReview(tx, id);
    if (review === null) throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'ProactiveReview' }]);
    refuseIfAny(handlerRefusals(viewer, review));
    const answeredBy = review.application.events.map(({ recordedBy }) => recordedBy);
    refuseIfAny([
      ...functionRefusals(account, 'ATTRIBUTE_MANAGEMENT', await appointmentsOf(tx, review.officeId)),
      ...answererRefusals(account, answeredBy),
    ]);
    const document = review.documentId === null ? null : await lockDocument(tx, review.documentId);
    const about = {
      decided: review.decision,
      documentStatus: document?.status ?? null,
      documentAttribute: document?.attribute ?? null,
    };
    refuseIfAny([
      ...proactiveReviewRefusals(about, decision, note),
      ...(document === null ? [] : permissionRefusals(viewer, ['EDITOR', 'PUBLISHER'], document.regionCode)),
    ]);
    if (document !== null && decision === 'PROACTIVE') await makeProactive(tx, document, account, now);
    const isPurged = review.application.purgedAt !== null;
    return tx.proactiveReview.update({
      where: { id },
      data: {
        ...{ decision, decidedBy: account },
        decidedOn: toUtcMidnight(civilDateOf(now)),
        note: isPurged ? null : sealedIfAny(sealing, ['review.note', id], note),
      },
    });
  });
}

/** What the document's own history says of it; the reason stays with the review, sealed. */
async function makeProactive(tx: Transaction, document: WholeDocument, account: string, now: Date): Promise<void> {
  const { id: documentId, attribute: before } = document;
  if (before === 'PROACTIVE') return;
  const after = { attribute: 'PROACTIVE', ground: null, superiorException: null, attributeReviewDueOn: null } as const;
  await tx.document.update({ where: { id: documentId }, data: after });
  const doing = { by: account, at: now };
  const change = { documentId, before, after: 'PROACTIVE', ground: null } as const;
  await keepAttributeChanges(tx, 'APPLICATION', [change], doing);
  await takeSteps(tx, [documentId], 'ATTRIBUTE_REVIEWED', doing);
}
