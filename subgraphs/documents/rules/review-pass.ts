import type { Refusal } from '../../../core/refusal.ts';
import {
  DOCUMENT_ATTRIBUTES,
  REVIEW_PASSES,
  type DocumentAttribute,
  type DocumentStatus,
} from './publication-readiness.ts';

/** A document on its way through the review passes (三审三校). */
export interface UnderReview {
  readonly status: DocumentStatus;
  readonly attribute: DocumentAttribute | null;
  readonly ground: string | null;
  readonly isFiled: boolean;
  readonly draftedBy: string;
  /** The accounts that signed so far. */
  readonly signedBy: readonly string[];
}

/**
 * Why an account may not sign the next pass. Each pass is another account's, and not the drafter's; the attribute
 * stands before the first, and what is not disclosed proactively is filed before approval, which the last pass is.
 *
 * @see rules D1–D3, D11
 */
export function reviewRefusals(document: UnderReview, account: string): Refusal[] {
  const { status, attribute, signedBy } = document;
  if (status !== 'DRAFT' && status !== 'IN_REVIEW') {
    return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'DRAFT | IN_REVIEW', got: status, rules: ['D11'] }];
  }
  const refusals: Refusal[] = [];
  if (account === document.draftedBy || signedBy.includes(account)) {
    refusals.push({ code: 'REVIEWER_NOT_INDEPENDENT', path: ['id'], got: account, rules: ['D11'] });
  }
  if (attribute === null) {
    refusals.push({
      code: 'ATTRIBUTE_MISSING',
      path: ['id'],
      expected: DOCUMENT_ATTRIBUTES.join(' | '),
      rules: ['D1', 'D3'],
    });
  } else if (attribute !== 'PROACTIVE') {
    if (document.ground === null) refusals.push({ code: 'GROUND_MISSING', path: ['id'], rules: ['D2', 'D3'] });
    const isLast = signedBy.length === REVIEW_PASSES - 1;
    if (isLast && !document.isFiled) refusals.push({ code: 'NOT_FILED', path: ['id'], rules: ['D2'] });
  }
  return refusals;
}

/** The state of a document once so many passes are signed. */
export function statusAfterPasses(passes: number): DocumentStatus {
  return passes >= REVIEW_PASSES ? 'APPROVED' : 'IN_REVIEW';
}
