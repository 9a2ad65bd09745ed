import type { Refusal } from '../../../../core/refusal.ts';
import { textRefusals } from '../draft-input.ts';
import type { DocumentStatus } from '../publication-readiness.ts';

/** The most interpretations that one document has. */
export const MOST_INTERPRETATIONS = 50;

/** What is written of an interpretation, as far as rules look at it. */
export interface InterpretationInput {
  readonly title: string;
  readonly body: string;
  readonly forms: readonly string[];
  readonly channels: readonly string[];
}

/**
 * Every reason why an interpretation is not taken: its form and channels are what the rates are measured by.
 *
 * @see rule I3
 */
export function interpretationRefusals({ title, body, forms, channels }: InterpretationInput): Refusal[] {
  const refusals = [...textRefusals('title', title), ...textRefusals('body', body)];
  if (forms.length === 0) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'forms'], expected: 'InterpretationForm', rules: ['I3'] });
  }
  if (channels.length === 0) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'channels'], expected: 'Channel', rules: ['I3'] });
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
