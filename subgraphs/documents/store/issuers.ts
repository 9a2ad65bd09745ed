import type { FollowedInstitution } from '../../../prisma/generated/documents/client/client.ts';
import type { DocumentsContext } from './database.ts';

/** An institution as the log told of it; null when it did not. */
export function issuerById({ db }: DocumentsContext, id: string): Promise<FollowedInstitution | null> {
  return db.followedInstitution.findUnique({ where: { id } });
}

/** Whether an issuer has a document of this number already. */
export async function isNumberTaken(
  { db }: DocumentsContext,
  issuerId: string,
  documentNumber: string,
): Promise<boolean> {
  return (await db.document.count({ where: { issuerId, documentNumber } })) > 0;
}
