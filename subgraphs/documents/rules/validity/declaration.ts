import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { textRefusals } from '../draft-input.ts';
import type { DocumentStatus } from '../publication-readiness.ts';
import { holds, transitionRefusals, type Validity } from './validity.ts';

/** On what a declaration rests: words, or a document that the hub has. */
export interface ValidityBasis {
  readonly text: string | null;
  readonly document: string | null;
}

/** What a publisher declares of a document's validity. */
export interface ValidityDeclaration {
  readonly validity: Validity;
  readonly basis: ValidityBasis;
  readonly note: string;
  readonly isCorrection: boolean;
  /** The last day on which it holds, once declared; null when it has none. */
  readonly expiresOn: CivilDate | null;
}

/** The document that it is declared of. */
export interface DeclaredOf {
  readonly status: DocumentStatus;
  readonly validity: Validity;
}

/**
 * Every reason why a declaration is not taken. What holds again must not have its last day behind it: it would expire
 * at once.
 *
 * @see rule D17
 */
export function declarationRefusals(
  declared: ValidityDeclaration,
  { status, validity: from }: DeclaredOf,
  today: CivilDate,
): Refusal[] {
  const { validity: to, basis, note, isCorrection, expiresOn } = declared;
  const refusals = [...basisRefusals(basis), ...textRefusals('note', note, ['note'])];
  if (status !== 'PUBLISHED') {
    return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got: status }, ...refusals];
  }
  refusals.unshift(...transitionRefusals({ from, to, isCorrection }, ['id']));
  if (holds(to) && expiresOn !== null && expiresOn < today) {
    refusals.push({ code: 'DAY_IN_PAST', path: ['expiresOn'], expected: today, got: expiresOn, rules: ['D17'] });
  }
  return refusals;
}

function basisRefusals({ text, document }: ValidityBasis): Refusal[] {
  if ((text === null) === (document === null)) {
    return [{ code: 'ONE_OF_NEEDED', path: ['basis'], expected: 'text | document' }];
  }
  return text === null ? [] : textRefusals('note', text, ['basis', 'text']);
}
