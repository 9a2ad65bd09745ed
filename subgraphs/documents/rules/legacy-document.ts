import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { optionalTextRefusals } from '../../../core/text-input.ts';
import {
  groundRefusals,
  proposalPaths,
  superiorRefusals,
  type AttributeProposal,
  type DocumentAttribute,
} from './document-attribute.ts';
import { LONGEST } from './draft-input.ts';

/** The most documents that one request enters or decides on. */
const MOST_AT_ONCE = 200;

/** Why a batch of documents is not looked at: it is empty, or too large. */
export function batchRefusals(size: number, path: readonly string[], expected: string): Refusal[] {
  if (size === 0) return [{ code: 'VALUE_MISSING', path, expected }];
  return size <= MOST_AT_ONCE
    ? []
    : [{ code: 'TOO_MANY_VALUES', path, expected: String(MOST_AT_ONCE), got: String(size) }];
}

/** Whether a document that was issued before attributes were recognised lacks its day, or names an attribute (rule D10). */
export function legacyRefusals(
  { issuedOn, attribute }: { readonly issuedOn: CivilDate | null; readonly attribute: DocumentAttribute | null },
  path: readonly string[],
): Refusal[] {
  const refusals: Refusal[] = [];
  if (issuedOn === null) {
    refusals.push({ code: 'VALUE_MISSING', path: [...path, 'issuedOn'], expected: 'issuedOn', rules: ['D10'] });
  }
  if (attribute !== null) {
    const at = [...path, 'attribute'];
    refusals.push({ code: 'STATUS_NOT_FITTING', path: at, expected: 'null', got: attribute, rules: ['D10'] });
  }
  return refusals;
}

/** A document that waits for its attribute, as it stands. */
export interface Waiting {
  readonly isLegacy: boolean;
  readonly attribute: DocumentAttribute | null;
  readonly superiorAttribute: DocumentAttribute | null;
}

/**
 * Why an attribute is not recognised: the document is none that waits for it, or the attribute lacks what the law asks
 * for.
 *
 * @param path - where the decision stands in the input
 * @see rules D1–D4, D10
 */
export function recognitionRefusals(
  document: Waiting,
  decision: AttributeProposal & { readonly attribute: DocumentAttribute },
  path: readonly string[],
): Refusal[] {
  const paths = proposalPaths(path);
  const refusals: Refusal[] = [];
  if (!document.isLegacy || document.attribute !== null) {
    const at = [...path, 'document'];
    const got = document.attribute ?? 'DRAFT';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: at, expected: 'isLegacy', got, rules: ['D10'] });
  }
  const text = (name: 'ground' | 'superiorException') =>
    optionalTextRefusals(decision[name], { path: [...path, name], name, maximum: LONGEST[name] });
  return [
    ...refusals,
    ...(decision.ground === null ? groundRefusals(decision, paths.ground) : text('ground')),
    ...text('superiorException'),
    ...superiorRefusals(decision, document.superiorAttribute, paths.attribute),
  ];
}
