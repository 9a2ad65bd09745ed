import { Prisma, type Institution } from '../../../prisma/generated/catalogue/client/client.ts';
import { Refused, type Refusal } from '../../../core/refusal.ts';
import type { CatalogueContext } from './database.ts';

/** One institution; null when there is none of that id. */
export function institutionOf({ db }: CatalogueContext, id: string): Promise<Institution | null> {
  return db.institution.findUnique({ where: { id } });
}

/** Someone else may take what must be unique between the look and the write: then the database's refusal becomes ours. */
export async function takenAsRefusal<Written>(writing: PromiseLike<Written>, refusal: Refusal): Promise<Written> {
  try {
    return await writing;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new Refused([refusal]);
    throw error;
  }
}
