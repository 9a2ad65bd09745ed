import type { FollowedInstitution } from '../../../prisma/generated/documents/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { yearOf } from '../../../core/civil-date.ts';
import type { DocumentsContext, Reading, Transaction } from './database.ts';

/** An institution as the log told of it; null when it did not. */
export function issuerById({ db }: DocumentsContext, id: string): Promise<FollowedInstitution | null> {
  return db.followedInstitution.findUnique({ where: { id } });
}

/** Institutions as the log told of them, by id; those that it did not tell of are left out. */
export async function institutionsById(
  { db }: Pick<Reading, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FollowedInstitution>> {
  const rows = await db.followedInstitution.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** After how many months issuers look at attributes again, by issuer, as they set for the year of a day. */
export async function reviewMonthsOf(
  tx: Transaction,
  issuerIds: readonly string[],
  on: CivilDate,
): Promise<ReadonlyMap<string, number | null>> {
  const targets = await tx.issuerTarget.findMany({
    where: { issuerId: { in: [...new Set(issuerIds)] }, year: yearOf(on) },
    select: { issuerId: true, attributeReviewMonths: true },
  });
  return new Map(targets.map(({ issuerId, attributeReviewMonths }) => [issuerId, attributeReviewMonths]));
}
