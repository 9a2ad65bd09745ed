import { randomUUID } from 'node:crypto';
import { toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import { deadlineOf, type WorkingCalendar } from '../../../../core/working-calendar.ts';
import { calendarWithin } from '../../../kit/working-calendar.ts';
import { decisionDocumentRefusals, feedbackSpan } from '../../rules/decision/outcome.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { decisionDocument } from '../../store/decision/named-documents.ts';
import { dayOrNull, preparedDecision } from '../../store/decision/whole-decision.ts';
import { changeDecision, PUBLISHERS } from './change-decision.ts';

/**
 * Records that a decision was made, with its document. From the day that this bears, the answer to the public has 10
 * working days; the document shows as the result on the page of the decision.
 *
 * @throws Refused when not permitted, when there is no such decision, when it was not discussed, or for a document that
 *   is not public or bears no day
 * @see rules M1, M5
 */
export async function recordDecisionDocument(
  { id, document: documentId }: { readonly id: string; readonly document: string },
  context: DocumentsContext,
): Promise<MajorDecision> {
  let calendar: WorkingCalendar;
  const before = async (tx: Parameters<typeof calendarWithin>[0]) => {
    calendar = await calendarWithin(tx, 'documents.followed_calendar_year');
  };
  return changeDecision(context, { id, roles: () => PUBLISHERS, before }, async (decision, tx) => {
    const document = await decisionDocument(tx, documentId, context.scope.viewer);
    const meetingHeldOn = dayOrNull(decision.meeting?.heldOn ?? null);
    const refusals = decisionDocumentRefusals({ ...preparedDecision(decision), meetingHeldOn }, document, documentId);
    refuseIfAny(refusals);
    if (document === null || document.issuedOn === null) throw new Refused(refusals);
    const { issuedOn, title } = document;
    const due = deadlineOf(feedbackSpan(issuedOn), calendar);
    const sequence = (decision.links.at(-1)?.sequence ?? 0) + 1;
    const link = { id: randomUUID(), kind: 'RESULT', sequence, title, documentId } as const;
    const data = {
      stage: 'DECIDED' as const,
      decidedOn: toUtcMidnight(issuedOn),
      documentId,
      feedbackDueOn: toUtcMidnight(due.on),
      isFeedbackDueProvisional: due.provisional,
      links: { create: [link] },
    };
    return { data, step: { kind: 'DECIDED', on: issuedOn } };
  });
}
