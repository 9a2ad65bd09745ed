import type { Refusal } from '../../../../core/refusal.ts';
import { textRefusals } from '../draft-input.ts';
import type { DocumentStatus } from '../publication-readiness.ts';

/** Where an interpretation stands: not out yet, or public; what is public is withdrawn and never changed. */
export function unpublishedRefusals(publishedAt: Date | null): Refusal[] {
  if (publishedAt === null) return [];
  return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'APPROVED', got: 'PUBLISHED', rules: ['I2'] }];
}

/** An interpretation that is to be withdrawn, and its document. */
export interface Interpreted {
  readonly publishedAt: Date | null;
  readonly documentStatus: DocumentStatus;
  readonly isPolicy: boolean;
  /** How many interpretations of the document are public, this one included. */
  readonly published: number;
}

/**
 * Why an interpretation is not withdrawn by itself: it is not public (its document may have taken it along), it is the
 * last of a policy document, or the public is not told why.
 *
 * @see rule I2
 */
export function interpretationWithdrawalRefusals(
  { publishedAt, documentStatus, isPolicy, published }: Interpreted,
  note: string,
): Refusal[] {
  const refusals = textRefusals('note', note, ['note']);
  if (publishedAt === null || documentStatus !== 'PUBLISHED') {
    return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got: documentStatus }, ...refusals];
  }
  if (isPolicy && published <= 1) refusals.push({ code: 'INTERPRETATION_MISSING', path: ['id'], rules: ['I2'] });
  return refusals;
}
