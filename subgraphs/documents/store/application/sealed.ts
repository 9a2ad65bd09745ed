import type { Sealing } from '../../../kit/sealing.ts';

/** Where a sealed text stands: the table's row and the field, so that it opens there alone. */
export type SealedPlace = readonly [
  field:
    | 'application.applicant'
    | 'application.content'
    | 'event.note'
    | 'consultation.party'
    | 'review.note'
    | 'complaint.content'
    | 'complaint.note'
    | 'correction.content'
    | 'correction.note',
  rowId: string,
];

/** A value sealed for its place. */
export function sealed(sealing: Sealing, place: SealedPlace, value: unknown): Uint8Array<ArrayBuffer> {
  return sealing.seal(JSON.stringify(value), place.join(' '));
}

/** The same of a value that may be left out. */
export function sealedIfAny(
  sealing: Sealing,
  place: SealedPlace,
  value: string | null | undefined,
): Uint8Array<ArrayBuffer> | null {
  return value == null || value.trim() === '' ? null : sealed(sealing, place, value);
}

/** The value that was sealed for a place; null when there is none, or it was purged. */
export function unsealed(sealing: Sealing, place: SealedPlace, bytes: Uint8Array | null): unknown {
  return bytes === null ? null : (JSON.parse(sealing.open(bytes, place.join(' '))) as unknown);
}

/** The row of an event, as a place names it. */
export function eventRow(applicationId: string, sequence: number): string {
  return `${applicationId}/${String(sequence)}`;
}
