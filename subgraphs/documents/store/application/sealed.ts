import { sealedPlaces, type SealedPlace as Place } from '../../../kit/sealed-places.ts';

/** What is sealed of applications and of what belongs to them. */
type Field =
  | 'application.applicant'
  | 'application.content'
  | 'event.note'
  | 'consultation.party'
  | 'review.note'
  | 'complaint.content'
  | 'complaint.note'
  | 'correction.content'
  | 'correction.note';

/** Where a sealed text stands: the table's row and the field, so that it opens there alone. */
export type SealedPlace = Place<Field>;

export const { sealed, sealedIfAny, unsealed } = sealedPlaces<Field>();

/** The row of an event, as a place names it. */
export function eventRow(applicationId: string, sequence: number): string {
  return `${applicationId}/${String(sequence)}`;
}
