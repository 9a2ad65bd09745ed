import type { Refusal } from '../../../core/refusal.ts';
import {
  attributeMissing,
  groundRefusals,
  isHidden,
  superiorRefusals,
  type AttributeProposal,
  type DocumentAttribute,
} from './document-attribute.ts';
import { REVIEW_PASSES, type DocumentStatus } from './publication-readiness.ts';
import { gateRefusals, type ReviewGate } from './review-gates.ts';

/** A document on its way through the review passes (三审三校). */
export interface UnderReview extends AttributeProposal {
  readonly status: DocumentStatus;
  readonly isFiled: boolean;
  /** The accounts that drafted or amended it. */
  readonly writtenBy: readonly string[];
  /** The accounts that signed so far. */
  readonly signedBy: readonly string[];
  readonly superiorAttribute: DocumentAttribute | null;
}

/** The next pass, as it is to be signed. */
export interface ReviewPass {
  readonly account: string;
  readonly gates: readonly ReviewGate[];
}

/**
 * Why an account may not sign the next pass. Each pass is another account's, and of nobody who wrote the text; it went
 * through every gate; the attribute stands before the first, and what is not disclosed proactively is filed before
 * approval, which the last pass is.
 *
 * @see rules D1–D4, D11
 */
export function reviewRefusals(document: UnderReview, { account, gates }: ReviewPass): Refusal[] {
  const { status, attribute, signedBy, writtenBy } = document;
  if (!isUnderWay(status)) return [notUnderWay(status)];
  const refusals = gateRefusals(gates);
  if (writtenBy.includes(account) || signedBy.includes(account)) {
    refusals.push({ code: 'REVIEWER_NOT_INDEPENDENT', path: ['id'], got: account, rules: ['D11'] });
  }
  if (attribute === null) return [...refusals, attributeMissing(['id'])];
  refusals.push(...groundRefusals(document, ['id']));
  refusals.push(...superiorRefusals(document, document.superiorAttribute, ['id']));
  const isLast = signedBy.length === REVIEW_PASSES - 1;
  if (isHidden(attribute) && isLast && !document.isFiled) {
    refusals.push({ code: 'NOT_FILED', path: ['id'], rules: ['D2'] });
  }
  return refusals;
}

/** Whether a document is still written and reviewed. */
export function isUnderWay(status: DocumentStatus): boolean {
  return status === 'DRAFT' || status === 'IN_REVIEW';
}

/** Says that a document is past its reviews. */
export function notUnderWay(got: DocumentStatus): Refusal {
  return { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'DRAFT | IN_REVIEW', got, rules: ['D11'] };
}

/** The state of a document once so many passes are signed. */
export function statusAfterPasses(passes: number): DocumentStatus {
  return passes >= REVIEW_PASSES ? 'APPROVED' : 'IN_REVIEW';
}
