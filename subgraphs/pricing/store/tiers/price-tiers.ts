import { provinceOf, type TierWords } from '../../rules/tiers/tier-dictionary.ts';
import type { Database, Transaction } from '../database.ts';

/** The dictionary of the province that a region lies in, the highest tier first; empty when it has none. */
export async function tiersOf(db: Database | Transaction, regionCode: string): Promise<TierWords[]> {
  const rows = await db.priceTier.findMany({
    where: { province: provinceOf(regionCode) },
    orderBy: [{ rank: 'asc' }, { tier: 'asc' }],
  });
  return rows.map(({ tier, synonyms }) => ({ tier, synonyms }));
}

/** Puts a province's dictionary in place of the one before; two that are written at once follow one another. */
export async function replaceTiers(tx: Transaction, province: string, tiers: readonly TierWords[]): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`pricing:tiers:${province}`}))::text`;
  await tx.priceTier.deleteMany({ where: { province } });
  await tx.priceTier.createMany({
    data: tiers.map(({ tier, synonyms }, rank) => ({ province, tier, rank, synonyms: [...synonyms] })),
  });
}
