import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { DocumentStatus } from '../publication-readiness.ts';
import { HOLDING, holds, validityOn, type Validity } from './validity.ts';

/** What a document does to another once it is published. */
export const RELATION_KINDS = ['AMENDS', 'REPEALS'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** The most documents that one amends or repeals. */
const MOST_RELATIONS = 100;

/** The validity of a document once one that amends or repeals it is published. */
export const VALIDITY_AFTER: Readonly<Record<RelationKind, Validity>> = { AMENDS: 'AMENDED', REPEALS: 'REPEALED' };

/** A document that is to be amended or repealed, as it stands. */
export interface RelationTarget {
  readonly id: string;
  readonly status: DocumentStatus;
  readonly validity: Validity;
  readonly expiresOn: CivilDate | null;
  readonly regionCode: string;
  /** The regions granted to the one who asks, when it is in none of them and of another issuer; null when permitted. */
  readonly outside: readonly string[] | null;
}

/** Why the ids that a document is to amend or repeal make no list: too many, itself, or one twice. */
export function relationListRefusals(id: string, related: readonly string[]): Refusal[] {
  if (related.length > MOST_RELATIONS) {
    const [expected, got] = [String(MOST_RELATIONS), String(related.length)];
    return [{ code: 'TOO_MANY_VALUES', path: ['relates'], expected, got }];
  }
  return related.flatMap((target, index): Refusal[] => {
    const path = ['relates', String(index), 'document'];
    if (target === id) return [{ code: 'RELATION_TO_ITSELF', path, got: target, rules: ['D17'] }];
    return related.indexOf(target) < index ? [{ code: 'VALUE_REPEATED', path, got: target }] : [];
  });
}

/** Why relations are not changed: those who review a document must know what it does to others. */
export function relatingRefusals(status: DocumentStatus): Refusal[] {
  if (status === 'DRAFT') return [];
  return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'DRAFT', got: status, rules: ['D11', 'D17'] }];
}

/**
 * Why a document can not be amended or repealed: it is not public, does not hold any more, or is none of the viewer's.
 *
 * @param path - where it stands in the input
 * @see rule D17
 */
export function targetRefusals(target: RelationTarget, today: CivilDate, path: readonly string[]): Refusal[] {
  const { status, expiresOn, regionCode, outside } = target;
  const refusals: Refusal[] = [];
  if (status !== 'PUBLISHED') {
    refusals.push({ code: 'STATUS_NOT_FITTING', path, expected: 'PUBLISHED', got: status, rules: ['D17'] });
  }
  const validity = validityOn(target.validity, expiresOn, today);
  if (!holds(validity)) {
    const expected = HOLDING.join(' | ');
    refusals.push({ code: 'VALIDITY_NOT_FITTING', path, expected, got: validity, rules: ['D17'] });
  }
  if (outside !== null) {
    refusals.push({ code: 'REGION_NOT_ALLOWED', path, expected: outside.join(', '), got: regionCode });
  }
  return refusals;
}
