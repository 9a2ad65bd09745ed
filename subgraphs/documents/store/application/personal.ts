import type { DocumentsContext } from '../database.ts';
import { isHandler, type OfOffice } from './readable-application.ts';
import type { Complaint, DisclosureApplication, InformationCorrection } from './rows.ts';
import { unsealed, type SealedPlace } from './sealed.ts';

type Reader = Pick<DocumentsContext, 'scope' | 'sealing'>;

/** Whose an application is. */
export interface Applicant {
  readonly name: string;
  readonly contact: string;
  readonly identification: string;
}

/** What an application asks for. */
export interface ApplicationContent {
  readonly describes: string;
  readonly documentNumber: string | null;
}

/** What a complaint says, and whose it is. */
export interface ComplaintContent {
  readonly name: string;
  readonly contact: string;
  readonly describes: string;
}

/** What a request to correct says, and whose it is. */
export interface InformationCorrectionContent extends ComplaintContent {
  readonly identification: string;
  readonly evidence: string;
}

/**
 * What was sealed for a place, opened for the office that handles it; null for everyone else, when there is nothing, and
 * once it was purged. The same holds of all that follows.
 */
function opened(reader: Reader, office: OfOffice, place: SealedPlace, bytes: Uint8Array | null): unknown {
  return isHandler(office, reader.scope.viewer) ? unsealed(reader.sealing, place, bytes) : null;
}

/** A sealed text. */
export function personalText(
  reader: Reader,
  office: OfOffice,
  place: SealedPlace,
  bytes: Uint8Array | null,
): string | null {
  return opened(reader, office, place, bytes) as string | null;
}

type Of<Row, Column extends keyof Row> = Pick<Row, Column> & OfOffice & { readonly id: string };

/** Whose an application is. */
export function applicantOf(reader: Reader, one: Of<DisclosureApplication, 'applicant'>): Applicant | null {
  return opened(reader, one, ['application.applicant', one.id], one.applicant) as Applicant | null;
}

/** What an application asks for. */
export function contentOf(reader: Reader, one: Of<DisclosureApplication, 'content'>): ApplicationContent | null {
  return opened(reader, one, ['application.content', one.id], one.content) as ApplicationContent | null;
}

/** What a complaint says. */
export function complaintOf(reader: Reader, one: Of<Complaint, 'content'>): ComplaintContent | null {
  return opened(reader, one, ['complaint.content', one.id], one.content) as ComplaintContent | null;
}

/** What a request to correct says. */
export function correctionOf(
  reader: Reader,
  one: Of<InformationCorrection, 'content'>,
): InformationCorrectionContent | null {
  return opened(reader, one, ['correction.content', one.id], one.content) as InformationCorrectionContent | null;
}
