import type { Refusal } from '../../../core/refusal.ts';

/** How a document is disclosed (公开属性). */
export const DOCUMENT_ATTRIBUTES = ['PROACTIVE', 'ON_REQUEST', 'WITHHELD'] as const;
export type DocumentAttribute = (typeof DOCUMENT_ATTRIBUTES)[number];

/** How far a document has come. */
export const DOCUMENT_STATUSES = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** How many review passes a document needs (三审三校). */
export const REVIEW_PASSES = 3;

/** What decides whether a document may go out. */
export interface Candidate {
  readonly status: DocumentStatus;
  readonly attribute: DocumentAttribute | null;
  readonly ground: string | null;
  readonly isFiled: boolean;
  readonly isPolicy: boolean;
  readonly passes: number;
  readonly interpretations: number;
  /** The attribute of the superior's document that it carries out; null when there is none. */
  readonly superiorAttribute: DocumentAttribute | null;
}

/**
 * Every reason why a document may not be published.
 *
 * @see rules D1–D4, D11, I2
 */
export function publicationRefusals(document: Candidate): Refusal[] {
  const { status } = document;
  if (status === 'PUBLISHED' || status === 'WITHDRAWN') {
    return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'APPROVED', got: status }];
  }
  const refusals = attributeRefusals(document);
  if (document.passes < REVIEW_PASSES) {
    const [expected, got] = [String(REVIEW_PASSES), String(document.passes)];
    refusals.push({ code: 'REVIEW_INCOMPLETE', path: ['id'], expected, got, rules: ['D11'] });
  }
  if (document.isPolicy && document.interpretations === 0) {
    refusals.push({ code: 'INTERPRETATION_MISSING', path: ['id'], rules: ['I2'] });
  }
  return refusals;
}

/**
 * What is wrong with a document's attribute: none, no legal ground, not filed before approval, withheld although the
 * superior discloses, or one that does not go public at all.
 *
 * @see rules D1–D4
 */
function attributeRefusals({ attribute, ground, isFiled, superiorAttribute }: Candidate): Refusal[] {
  if (attribute === null) {
    return [
      {
        code: 'ATTRIBUTE_MISSING',
        path: ['id'],
        expected: DOCUMENT_ATTRIBUTES.join(' | '),
        rules: ['D1', 'D3'],
      },
    ];
  }
  if (attribute === 'PROACTIVE') return [];
  const refusals: Refusal[] = [
    { code: 'NOT_PUBLIC', path: ['id'], expected: 'PROACTIVE', got: attribute, rules: ['D1'] },
  ];
  if (ground === null) refusals.push({ code: 'GROUND_MISSING', path: ['id'], rules: ['D2', 'D3'] });
  if (!isFiled) refusals.push({ code: 'NOT_FILED', path: ['id'], rules: ['D2'] });
  return [...refusals, ...superiorRefusals(attribute, superiorAttribute, ['id'])];
}

/** Whether a document is withheld although the superior's document that it carries out is disclosed (rule D4). */
export function superiorRefusals(
  attribute: DocumentAttribute | null,
  superiorAttribute: DocumentAttribute | null,
  path: readonly string[],
): Refusal[] {
  const isRefused = attribute === 'WITHHELD' && superiorAttribute === 'PROACTIVE';
  return isRefused
    ? [{ code: 'WITHHELD_BELOW_PROACTIVE', path, expected: 'PROACTIVE | ON_REQUEST', got: attribute, rules: ['D4'] }]
    : [];
}
