import type { IssuerTarget } from '../../../../prisma/generated/documents/client/client.ts';
import { regionRange } from '../../../../core/region-code.ts';
import type { DocumentsContext, Transaction } from '../database.ts';

/** The targets that issuers of a region and those below it set themselves for a year, by issuer. */
export function issuerTargets({ db }: DocumentsContext, region: string, year: number): Promise<IssuerTarget[]> {
  const { from, to } = regionRange(region);
  return db.issuerTarget.findMany({
    where: { year, regionCode: { gte: from, lte: to } },
    orderBy: [{ regionCode: 'asc' }, { issuerId: 'asc' }],
  });
}

/**
 * What an issuer set for a year, which nobody else changes until the transaction ends; null when it set nothing. The
 * issuer's own row is locked, since the target may not be there yet.
 */
export async function lockTarget(tx: Transaction, issuerId: string, year: number): Promise<IssuerTarget | null> {
  await tx.$queryRaw`SELECT 1 FROM documents.followed_institution WHERE id = ${issuerId} FOR UPDATE`;
  return tx.issuerTarget.findUnique({ where: { issuerId_year: { issuerId, year } } });
}
