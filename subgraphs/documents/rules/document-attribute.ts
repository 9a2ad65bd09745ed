import type { Refusal } from '../../../core/refusal.ts';

/** How a document is disclosed (公开属性). */
export const DOCUMENT_ATTRIBUTES = ['PROACTIVE', 'ON_REQUEST', 'WITHHELD'] as const;
export type DocumentAttribute = (typeof DOCUMENT_ATTRIBUTES)[number];

/** How a document is to be disclosed, with what the law asks for when it is not proactively. */
export interface AttributeProposal {
  readonly attribute: DocumentAttribute | null;
  /** The legal ground in words, such as 政府信息公开条例 第十五条. */
  readonly ground: string | null;
  /** Why it is withheld although the superior's document is disclosed. */
  readonly superiorException: string | null;
}

/** Where the parts of a proposal stand in the input. */
export interface ProposalPaths {
  readonly attribute: readonly string[];
  readonly ground: readonly string[];
}

/** The paths of a proposal whose parts stand in one input. */
export function proposalPaths(path: readonly string[]): ProposalPaths {
  return { attribute: [...path, 'attribute'], ground: [...path, 'ground'] };
}

/** No attribute is recognised: such a document is not issued (rules D1, D3). */
export function attributeMissing(path: readonly string[]): Refusal {
  return { code: 'ATTRIBUTE_MISSING', path, expected: DOCUMENT_ATTRIBUTES.join(' | '), rules: ['D1', 'D3'] };
}

/** Whether the law must be cited for it, and the disclosure office told (rule D2). */
export function isHidden(attribute: DocumentAttribute | null): boolean {
  return attribute === 'ON_REQUEST' || attribute === 'WITHHELD';
}

/** Whether what is not disclosed proactively lacks its legal ground (rules D2, D3). */
export function groundRefusals({ attribute, ground }: AttributeProposal, path: readonly string[]): Refusal[] {
  return isHidden(attribute) && (ground === null || ground.trim() === '')
    ? [{ code: 'GROUND_MISSING', path, rules: ['D2', 'D3'] }]
    : [];
}

/**
 * Whether a document is withheld although the superior's document that it carries out is disclosed, and no exception is
 * recorded. "In principle" only (原则上): on request is open to it, and an exception with its reason.
 *
 * @see rule D4
 */
export function superiorRefusals(
  { attribute, superiorException }: AttributeProposal,
  superiorAttribute: DocumentAttribute | null,
  path: readonly string[],
): Refusal[] {
  if (attribute !== 'WITHHELD' || superiorAttribute !== 'PROACTIVE' || superiorException !== null) return [];
  return [
    { code: 'WITHHELD_BELOW_PROACTIVE', path, expected: 'PROACTIVE | ON_REQUEST', got: attribute, rules: ['D4'] },
  ];
}
