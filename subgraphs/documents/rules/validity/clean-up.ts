import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { textRefusals } from '../draft-input.ts';
import type { DocumentStatus } from '../publication-readiness.ts';
import { HOLDING, holds, transitionRefusals, type Validity } from './validity.ts';

/** What a clean-up found of one document. */
export const CLEAN_UP_OUTCOMES = ['KEPT', 'TO_BE_AMENDED', 'REPEALED', 'EXPIRED'] as const;
export type CleanUpOutcome = (typeof CLEAN_UP_OUTCOMES)[number];

/** The most documents that one clean-up tells of, and the longest note: all of it fits into one entry of the log. */
const MOST_RESULTS = 1_000;
const LONGEST_NOTE = 150;
/** How many of the documents that were left out are told. */
export const MOST_LEFT_OUT = 100;
/** After how many years normative documents are cleaned up again, by advice (D18 is from memory, so never a refusal). */
export const CLEAN_UP_YEARS = 2;

/** A clean-up as its publisher hands it in. */
export interface CleanUpInput {
  readonly title: string;
  readonly asOf: CivilDate;
  readonly results: readonly {
    readonly document: string;
    readonly outcome: CleanUpOutcome;
    readonly note: string | null;
  }[];
}

/** A document that a clean-up names, as it stands. */
export interface CleanedDocument {
  readonly id: string;
  readonly issuerId: string;
  readonly status: DocumentStatus;
  readonly validity: Validity;
}

/** Every reason why a clean-up is not one by its own words, whatever documents there are. */
export function cleanUpRefusals({ title, asOf, results }: CleanUpInput, today: CivilDate): Refusal[] {
  const refusals = textRefusals('title', title);
  if (asOf > today) {
    refusals.push({ code: 'VALUE_IN_FUTURE', path: ['input', 'asOf'], expected: today, got: asOf });
  }
  if (results.length === 0) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'results'], expected: 'CleanUpResult', rules: ['D17'] });
  }
  if (results.length > MOST_RESULTS) {
    const [expected, got] = [String(MOST_RESULTS), String(results.length)];
    return [...refusals, { code: 'TOO_MANY_VALUES', path: ['input', 'results'], expected, got }];
  }
  const seen = new Set<string>();
  for (const [index, { document, note }] of results.entries()) {
    const path = ['input', 'results', String(index)];
    if (seen.has(document)) refusals.push({ code: 'VALUE_REPEATED', path: [...path, 'document'], got: document });
    seen.add(document);
    if (note !== null && note.length > LONGEST_NOTE) {
      const [expected, got] = [String(LONGEST_NOTE), String(note.length)];
      refusals.push({ code: 'VALUE_TOO_LONG', path: [...path, 'note'], expected, got });
    }
  }
  return refusals;
}

/**
 * Why what a clean-up says of one document does not fit it: another issuer's, not public, or past what is said of it.
 *
 * @param outcome - what is said of it
 * @see rule D17
 */
export function cleanedRefusals(
  { issuerId, status, validity }: CleanedDocument,
  outcome: CleanUpOutcome,
  issuer: string,
  path: readonly string[],
): Refusal[] {
  if (issuerId !== issuer) {
    return [{ code: 'DOCUMENT_OF_OTHER_ISSUER', path, expected: issuer, got: issuerId, rules: ['D17'] }];
  }
  if (status !== 'PUBLISHED') {
    return [{ code: 'STATUS_NOT_FITTING', path, expected: 'PUBLISHED', got: status, rules: ['D17'] }];
  }
  const to = validityAfterCleanUp(outcome);
  if (to !== null) return transitionRefusals({ from: validity, to, isCorrection: false }, path);
  if (holds(validity)) return [];
  return [{ code: 'VALIDITY_NOT_FITTING', path, expected: HOLDING.join(' | '), got: validity, rules: ['D17'] }];
}

/** The validity that a clean-up gives a document; null when it leaves it as it is. */
export function validityAfterCleanUp(outcome: CleanUpOutcome): Validity | null {
  return outcome === 'REPEALED' || outcome === 'EXPIRED' ? outcome : null;
}

/**
 * A clean-up covers all of an issuer's normative documents (规范性文件) in force: one refusal for each left out.
 *
 * @param leftOut - those in force that it does not name; the first {@link MOST_LEFT_OUT} are told
 * @see rule D17
 */
export function leftOutRefusals(leftOut: readonly { readonly id: string; readonly title: string }[]): Refusal[] {
  return leftOut.slice(0, MOST_LEFT_OUT).map(({ id, title }) => ({
    code: 'CLEAN_UP_LEAVES_OUT',
    path: ['input', 'results'],
    expected: id,
    got: title,
    rules: ['D17'],
  }));
}
