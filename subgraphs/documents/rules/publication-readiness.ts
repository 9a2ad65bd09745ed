import type { Refusal } from '../../../core/refusal.ts';
import { discloserRefusals, type Provenance } from './discloser.ts';
import {
  attributeMissing,
  groundRefusals,
  isHidden,
  superiorRefusals,
  type AttributeProposal,
  type DocumentAttribute,
} from './document-attribute.ts';

/** How far a document has come. */
export const DOCUMENT_STATUSES = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** How many review passes a document needs (三审三校). */
export const REVIEW_PASSES = 3;

/** What decides whether a document may go out. */
export interface Candidate extends AttributeProposal, Provenance {
  readonly status: DocumentStatus;
  readonly isFiled: boolean;
  readonly isPolicy: boolean;
  readonly isNormative: boolean;
  readonly isEnterpriseRelated: boolean;
  /** Whether a public consultation on it is recorded. */
  readonly isConsulted: boolean;
  readonly passes: number;
  readonly interpretations: number;
  /** The attribute of the superior's document that it carries out; null when there is none. */
  readonly superiorAttribute: DocumentAttribute | null;
}

/**
 * Every reason why a document may not be published.
 *
 * @see rules D1–D4, D8, D11, D21, I2
 */
export function publicationRefusals(document: Candidate): Refusal[] {
  const { status } = document;
  if (status === 'PUBLISHED' || status === 'WITHDRAWN') {
    return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'APPROVED', got: status }];
  }
  const refusals = [...attributeRefusals(document), ...discloserRefusals(document)];
  if (document.passes < REVIEW_PASSES) {
    const [expected, got] = [String(REVIEW_PASSES), String(document.passes)];
    refusals.push({ code: 'REVIEW_INCOMPLETE', path: ['id'], expected, got, rules: ['D11'] });
  }
  if (document.isPolicy && document.interpretations === 0) {
    refusals.push({ code: 'INTERPRETATION_MISSING', path: ['id'], rules: ['I2'] });
  }
  if (document.isNormative && document.isEnterpriseRelated && !document.isConsulted) {
    refusals.push({ code: 'CONSULTATION_MISSING', path: ['id'], rules: ['D21'] });
  }
  return refusals;
}

/**
 * What is wrong with a document's attribute: none, no legal ground, not filed before approval, withheld although the
 * superior discloses, or one that does not go public at all.
 *
 * @see rules D1–D4
 */
function attributeRefusals(document: Candidate): Refusal[] {
  const { attribute, isFiled, superiorAttribute } = document;
  if (attribute === null) return [attributeMissing(['id'])];
  if (!isHidden(attribute)) return [];
  return [
    { code: 'NOT_PUBLIC', path: ['id'], expected: 'PROACTIVE', got: attribute, rules: ['D1'] },
    ...groundRefusals(document, ['id']),
    ...(isFiled ? [] : [{ code: 'NOT_FILED', path: ['id'], rules: ['D2'] } as const]),
    ...superiorRefusals(document, superiorAttribute, ['id']),
  ];
}
