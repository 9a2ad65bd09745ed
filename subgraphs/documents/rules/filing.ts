import type { Refusal } from '../../../core/refusal.ts';
import type { DocumentAttribute, DocumentStatus } from './publication-readiness.ts';

/** A document whose proposed attribute is to be filed with the disclosure office (备案). */
export interface ToBeFiled {
  readonly status: DocumentStatus;
  readonly attribute: DocumentAttribute | null;
  readonly ground: string | null;
}

/**
 * Why there is nothing to file: approval has passed, no attribute is proposed or it is PROACTIVE, or no ground is given.
 *
 * @see rules D2, D3
 */
export function filingRefusals({ status, attribute, ground }: ToBeFiled): Refusal[] {
  const refusals: Refusal[] = [];
  if (status !== 'DRAFT' && status !== 'IN_REVIEW') {
    refusals.push({
      code: 'STATUS_NOT_FITTING',
      path: ['id'],
      expected: 'DRAFT | IN_REVIEW',
      got: status,
      rules: ['D2'],
    });
  }
  if (attribute === null) {
    const expected = 'ON_REQUEST | WITHHELD';
    refusals.push({ code: 'ATTRIBUTE_MISSING', path: ['id'], expected, rules: ['D2', 'D3'] });
  } else if (attribute === 'PROACTIVE') {
    const expected = 'ON_REQUEST | WITHHELD';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: attribute, rules: ['D2'] });
  } else if (ground === null) {
    refusals.push({ code: 'GROUND_MISSING', path: ['id'], rules: ['D2', 'D3'] });
  }
  return refusals;
}
