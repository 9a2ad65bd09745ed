import { isStaffOf } from '../../../kit/staff.ts';
import type { SentimentContext } from '../database.ts';
import type { Inquiry, InquiryStep } from './rows.ts';
import { stepRow, unsealed } from './sealed.ts';

type Reader = Pick<SentimentContext, 'scope' | 'sealing'>;

/** What is personal of an inquiry. */
export type PersonalField = 'body' | 'name' | 'contact';

/**
 * What is personal of an inquiry, opened for staff of its region or of one above it; null for everyone else, when there is
 * nothing, and once it was purged.
 */
export function personalText(
  { scope, sealing }: Reader,
  inquiry: Pick<Inquiry, 'id' | 'regionCode' | PersonalField>,
  field: PersonalField,
): string | null {
  if (!isStaffOf(scope.viewer, inquiry.regionCode)) return null;
  return unsealed(sealing, [`inquiry.${field}`, inquiry.id], inquiry[field]) as string | null;
}

/** What is noted with a step, opened: for staff, or an answer for whoever holds the receipt. */
export function stepNote(
  { sealing }: Pick<Reader, 'sealing'>,
  { inquiryId, sequence, note }: Pick<InquiryStep, 'inquiryId' | 'sequence' | 'note'>,
): string | null {
  return unsealed(sealing, ['inquiry-step.note', stepRow(inquiryId, sequence)], note) as string | null;
}
