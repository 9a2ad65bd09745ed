import type { Refusal } from '../../../core/refusal.ts';
import { textRefusals } from '../../../core/text-input.ts';
import { LONGEST } from './draft-input.ts';
import type { DocumentStatus } from './publication-readiness.ts';

/**
 * Why a reviewer may not send a document back to its drafter: it is not in review or approved, or no reason is given.
 * All passes are signed anew afterwards.
 *
 * @see rule D11
 */
export function returnRefusals(status: DocumentStatus, note: string): Refusal[] {
  const refusals = textRefusals(note, { path: ['note'], name: 'note', maximum: LONGEST.note });
  if (status === 'DRAFT' || status === 'IN_REVIEW' || status === 'APPROVED') return refusals;
  const expected = 'DRAFT | IN_REVIEW | APPROVED';
  return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: status, rules: ['D11'] }, ...refusals];
}
