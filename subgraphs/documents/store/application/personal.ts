import type { DocumentsContext } from '../database.ts';
import { isHandler, type OfOffice } from './readable-application.ts';
import { unsealed, type SealedPlace } from './sealed.ts';

/**
 * What was sealed for a place, opened for the office that handles it; null for everyone else, when there is nothing, and
 * once it was purged.
 */
export function personal<Value>(
  { scope, sealing }: Pick<DocumentsContext, 'scope' | 'sealing'>,
  office: OfOffice,
  place: SealedPlace,
  bytes: Uint8Array | null,
): Value | null {
  return isHandler(office, scope.viewer) ? unsealed<Value>(sealing, place, bytes) : null;
}

/** Whose an application is, for its office alone. */
export interface Applicant {
  readonly name: string;
  readonly contact: string;
  readonly identification: string;
}

/** What an application asks for, for its office alone. */
export interface ApplicationContent {
  readonly describes: string;
  readonly documentNumber: string | null;
}

/** A complaint, for the office that takes it alone. */
export interface ComplaintContent {
  readonly name: string;
  readonly contact: string;
  readonly describes: string;
}

/** A request to correct, for the office that takes it alone. */
export interface InformationCorrectionContent extends ComplaintContent {
  readonly identification: string;
  readonly evidence: string;
}
