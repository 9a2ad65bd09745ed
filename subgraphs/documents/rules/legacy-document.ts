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

/**
 * Between which days a document was issued that waits for its attribute: the notice asks for those since 2010, and by
 * 2021 all of the notices ask for attributes at the source.
 */
const LEGACY_DAYS = { from: '2010-01-01', until: '2021-12-31' } as const;

/**
 * Whether a document that was issued before attributes were recognised lacks its day, bears one of another time, or names
 * an attribute.
 *
 * @see rule D10
 */
export function legacyRefusals(
  { issuedOn, attribute }: { readonly issuedOn: CivilDate | null; readonly attribute: DocumentAttribute | null },
  path: readonly string[],
): Refusal[] {
  const refusals: Refusal[] = [];
  if (issuedOn === null) {
    refusals.push({ code: 'VALUE_MISSING', path: [...path, 'issuedOn'], expected: 'issuedOn', rules: ['D10'] });
  } else if (issuedOn < LEGACY_DAYS.from || issuedOn > LEGACY_DAYS.until) {
    const expected = `${LEGACY_DAYS.from}–${LEGACY_DAYS.until}`;
    refusals.push({ code: 'DAY_OUT_OF_RANGE', path: [...path, 'issuedOn'], expected, got: issuedOn, rules: ['D10'] });
  }
  if (attribute !== null) {
    const at = [...path, 'attribute'];
    refusals.push({ code: 'STATUS_NOT_FITTING', path: at, expected: 'null', got: attribute, rules: ['D10'] });
  }
  return refusals;
}

/** A document that waits for its attribute, as it stands. */
export interface Waiting {
  /** The account that entered it. */
  readonly draftedBy: string;
  readonly isLegacy: boolean;
  readonly attribute: DocumentAttribute | null;
  readonly superiorAttribute: DocumentAttribute | null;
}

/**
 * Why an attribute is not recognised: the document is none that waits for it, the account entered it itself, or the
 * attribute lacks what the law asks for.
 *
 * @param by - who recognises it, and where the decision stands in the input
 * @see rules D1–D4, D10, D11
 */
export function recognitionRefusals(
  document: Waiting,
  decision: AttributeProposal & { readonly attribute: DocumentAttribute },
  { account, path }: { readonly account: string; readonly path: readonly string[] },
): Refusal[] {
  const paths = proposalPaths(path);
  const refusals: Refusal[] = [];
  if (document.draftedBy === account) {
    const at = [...path, 'document'];
    refusals.push({ code: 'REVIEWER_NOT_INDEPENDENT', path: at, got: account, rules: ['D10', 'D11'] });
  }
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
