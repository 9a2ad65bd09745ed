import type { Refusal } from '../../../../core/refusal.ts';
import type { DocumentAttribute } from '../document-attribute.ts';
import type { DocumentStatus } from '../publication-readiness.ts';
import { neededText } from './texts.ts';

/** Whether what was given on request goes to everyone, or stays on request. */
export const PROACTIVE_REVIEW_DECISIONS = ['PROACTIVE', 'REMAINS'] as const;
export type ProactiveReviewDecision = (typeof PROACTIVE_REVIEW_DECISIONS)[number];

/** What a review is about. */
export interface ReviewedDocument {
  /** Null while the review is open. */
  readonly decided: ProactiveReviewDecision | null;
  /** Of the document that was given; null when none was named. */
  readonly documentStatus: DocumentStatus | null;
  readonly documentAttribute: DocumentAttribute | null;
}

/**
 * Why a review is not decided: it was already, nothing is said why, the document was withdrawn, which no decision
 * makes public, or it is one to be disclosed already and does not stay on request.
 *
 * @see rule D9
 */
export function proactiveReviewRefusals(
  { decided, documentStatus, documentAttribute }: ReviewedDocument,
  decision: ProactiveReviewDecision,
  note: string,
): Refusal[] {
  const rules = ['D9'];
  const refusals = neededText('note', note, ['note']);
  if (decided !== null) {
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'OPEN', got: decided, rules });
  }
  if (decision === 'PROACTIVE' && documentStatus === 'WITHDRAWN') {
    const expected = 'DRAFT | IN_REVIEW | APPROVED | PUBLISHED';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['decision'], expected, got: documentStatus, rules });
  }
  if (decision === 'REMAINS' && documentAttribute === 'PROACTIVE') {
    const expected = 'ON_REQUEST | WITHHELD';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['decision'], expected, got: documentAttribute, rules });
  }
  return refusals;
}
