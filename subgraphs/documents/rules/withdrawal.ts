import type { Refusal } from '../../../core/refusal.ts';
import { textRefusals } from './draft-input.ts';
import type { DocumentStatus } from './publication-readiness.ts';

/**
 * Why a document is not withdrawn: it is not public, or the public is not told why.
 *
 * @param note - the reason in words, which stands in the tombstone
 * @see rule C21
 */
export function withdrawalRefusals(status: DocumentStatus, note: string): Refusal[] {
  const refusals = textRefusals('note', note, ['note']);
  if (status === 'PUBLISHED') return refusals;
  return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got: status }, ...refusals];
}
