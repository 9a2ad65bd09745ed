import type { Refusal } from '../../../../core/refusal.ts';
import { textRefusals } from '../draft-input.ts';
import type { DocumentStatus } from '../publication-readiness.ts';

/** The most interpretations that one document has. */
export const MOST_INTERPRETATIONS = 50;

/** Which interpretation it is: the first, or one after the document came into force (I5). */
export const INTERPRETATION_STAGES = ['FIRST', 'SECOND', 'FOLLOW_UP'] as const;
export type InterpretationStage = (typeof INTERPRETATION_STAGES)[number];

/** What is written of an interpretation, as far as rules look at it. */
export interface InterpretationInput {
  readonly title: string;
  readonly body: string;
  readonly forms: readonly string[];
  readonly channels: readonly string[];
  readonly stage: InterpretationStage;
}

/**
 * Every reason why an interpretation is not taken: its form and channels are what the rates are measured by, and only
 * what is public is interpreted a second time or followed up.
 *
 * @param status - that of the document
 * @see rules I3, I5
 */
export function interpretationRefusals(
  { title, body, forms, channels, stage }: InterpretationInput,
  status: DocumentStatus,
): Refusal[] {
  const refusals = [...textRefusals('title', title), ...textRefusals('body', body)];
  if (forms.length === 0) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'forms'], expected: 'InterpretationForm', rules: ['I3'] });
  }
  if (channels.length === 0) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'channels'], expected: 'Channel', rules: ['I3'] });
  }
  if (stage !== 'FIRST' && status !== 'PUBLISHED') {
    const path = ['input', 'stage'];
    refusals.push({ code: 'STATUS_NOT_FITTING', path, expected: 'PUBLISHED', got: status, rules: ['I5'] });
  }
  return refusals;
}

/** Why nothing more is bound to a document: it was withdrawn, or has as many interpretations as it may. */
export function bindingRefusals(status: DocumentStatus, interpretations: number): Refusal[] {
  const refusals: Refusal[] = [];
  if (status === 'WITHDRAWN') {
    const expected = 'DRAFT | IN_REVIEW | APPROVED | PUBLISHED';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['document'], expected, got: status });
  }
  if (interpretations >= MOST_INTERPRETATIONS) {
    const [expected, got] = [String(MOST_INTERPRETATIONS), String(interpretations + 1)];
    refusals.push({ code: 'TOO_MANY_VALUES', path: ['document'], expected, got });
  }
  return refusals;
}
