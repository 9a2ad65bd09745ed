import { Prisma } from '../../../prisma/generated/documents/client/client.ts';
import { Refused, type Refusal } from '../../../core/refusal.ts';

/** Someone else may take a number between the look and the write: then the database's own refusal becomes ours. */
export async function numberTakenAsRefusal<Written>(writing: PromiseLike<Written>, refusal: Refusal): Promise<Written> {
  try {
    return await writing;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new Refused([refusal]);
    throw error;
  }
}
