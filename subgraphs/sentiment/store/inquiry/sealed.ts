import { sealedPlaces } from '../../../kit/sealed-places.ts';

/** What is sealed of an inquiry: its text, who asked, where they are reached, and what is noted with its steps. */
type Field = 'inquiry.body' | 'inquiry.name' | 'inquiry.contact' | 'inquiry-step.note';

export const { sealed, sealedIfAny, unsealed } = sealedPlaces<Field>();

/** The row of a step, as a place names it. */
export function stepRow(inquiryId: string, sequence: number): string {
  return `${inquiryId}/${String(sequence)}`;
}
