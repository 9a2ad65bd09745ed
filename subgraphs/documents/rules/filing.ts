import type { Refusal } from '../../../core/refusal.ts';
import { attributeMissing, groundRefusals, isHidden, type AttributeProposal } from './document-attribute.ts';
import type { DocumentStatus } from './publication-readiness.ts';
import { isUnderWay } from './review-pass.ts';

/** A document whose proposed attribute is to be filed with the disclosure office (备案). */
export interface ToBeFiled extends AttributeProposal {
  readonly status: DocumentStatus;
}

/**
 * Why there is nothing to file: approval has passed, no attribute is proposed or it is PROACTIVE, or no ground is given.
 *
 * @see rules D2, D3
 */
export function filingRefusals(document: ToBeFiled): Refusal[] {
  const { status, attribute } = document;
  const refusals: Refusal[] = [];
  if (!isUnderWay(status)) {
    const expected = 'DRAFT | IN_REVIEW';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: status, rules: ['D2'] });
  }
  if (attribute === null) return [...refusals, attributeMissing(['id'])];
  if (!isHidden(attribute)) {
    const expected = 'ON_REQUEST | WITHHELD';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: attribute, rules: ['D2'] });
  }
  return [...refusals, ...groundRefusals(document, ['id'])];
}
