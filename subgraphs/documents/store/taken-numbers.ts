import { Prisma } from '../../../prisma/generated/documents/client/client.ts';
import { Refused, type Refusal } from '../../../core/refusal.ts';
import type { Reading } from './database.ts';

/** The numbers of a document of an issuer, in their normal forms. */
export interface Numbered {
  readonly issuerId: string;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
}

/**
 * Which documents, drafts too, have a document number or an index number of one of those given. One statement.
 *
 * @param exceptId - a document that keeps its own numbers
 */
export function documentsOfNumbers(
  { db }: Pick<Reading, 'db'>,
  numbered: readonly Numbered[],
  exceptId: string | null,
): Promise<Numbered[]> {
  const conditions = numbered.flatMap(({ issuerId, documentNumber, indexNumber }) => [
    ...(documentNumber === null ? [] : [{ issuerId, documentNumber }]),
    ...(indexNumber === null ? [] : [{ issuerId, indexNumber }]),
  ]);
  if (conditions.length === 0) return Promise.resolve([]);
  return db.document.findMany({
    where: { OR: conditions, ...(exceptId !== null && { id: { not: exceptId } }) },
    select: { issuerId: true, documentNumber: true, indexNumber: true },
  });
}

/** Someone else may take a number between the look and the write: then the database's own refusal becomes ours. */
export async function takenAsRefusal<Written>(
  writing: PromiseLike<Written>,
  refusalFor: (index: 'documentNumber' | 'indexNumber') => Refusal,
): Promise<Written> {
  try {
    return await writing;
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    const isIndexNumber = JSON.stringify(error.meta ?? {}).includes('index_number');
    throw new Refused([refusalFor(isIndexNumber ? 'indexNumber' : 'documentNumber')]);
  }
}
