import type { Refusal } from '../../../../core/refusal.ts';
import type { DocumentAttribute } from '../document-attribute.ts';
import type { DocumentStatus } from '../publication-readiness.ts';
import { isGranting, type ApplicationResult } from './result.ts';

/** A document that an answer names, as far as it decides whether it is given. */
export interface NamedDocument {
  readonly status: DocumentStatus;
  /** Null until the drafter proposed one. */
  readonly attribute: DocumentAttribute | null;
}

/** What may be given on request: what was signed for issue. */
const GIVEN: readonly DocumentStatus[] = ['APPROVED', 'PUBLISHED'];

/**
 * Why an answer does not name a document: what is pointed to as public is published; what is given was signed for issue
 * and is not withheld; and no other answer gives anything.
 *
 * @see rules D1, R10
 */
export function namedDocumentRefusals(result: ApplicationResult, { status, attribute }: NamedDocument): Refusal[] {
  const path = ['document'];
  const rules = ['D1', 'R10'];
  if (result === 'ALREADY_PUBLIC') {
    if (status === 'PUBLISHED') return [];
    return [{ code: 'STATUS_NOT_FITTING', path, expected: 'PUBLISHED', got: status, rules }];
  }
  if (!isGranting(result)) return [{ code: 'RESULT_TAKES_NO_DOCUMENT', path, got: result, rules }];
  const refusals: Refusal[] = [];
  if (!GIVEN.includes(status)) {
    refusals.push({ code: 'STATUS_NOT_FITTING', path, expected: GIVEN.join(' | '), got: status, rules });
  }
  if (attribute === null || attribute === 'WITHHELD') {
    const [expected, got] = ['PROACTIVE | ON_REQUEST', attribute ?? 'null'];
    refusals.push({ code: 'DOCUMENT_NOT_TO_BE_GIVEN', path, expected, got, rules });
  }
  return refusals;
}

/**
 * Whether an answer opens a review of what it gives: it gives something, and not a document that is public already.
 *
 * @see rule D9
 */
export function opensProactiveReview(result: ApplicationResult, document: NamedDocument | null): boolean {
  return isGranting(result) && document?.status !== 'PUBLISHED';
}
