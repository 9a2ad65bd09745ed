import type { Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import { fromUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import type { TimeLimit } from '../rules/item-columns.ts';
import type { Transaction } from './database.ts';
import { whereInForceOn } from './in-force.ts';

const PLACED = { catalogue: { select: { regionCode: true, issuerId: true } }, timeLimits: true } as const;

/** An item of an edition in force, and whose catalogue it stands in. */
export interface PlacedItem {
  readonly id: string;
  readonly matterId: string;
  readonly regionCode: string;
  readonly issuerId: string;
  readonly timeLimits: readonly TimeLimit[];
  /** The first day on which the matter was owed; null for one that is owed by nobody. */
  readonly owedFrom: CivilDate | null;
}

/** Those of the items asked for that stand in an edition in force on a day. */
export async function itemsInForce(tx: Transaction, ids: readonly string[], on: CivilDate): Promise<PlacedItem[]> {
  const where: Prisma.CatalogueItemWhereInput = { id: { in: [...ids] }, catalogue: whereInForceOn(on) };
  const rows = await tx.catalogueItem.findMany({ where, include: PLACED, orderBy: { id: 'asc' } });
  return rows.map(({ id, matterId, timeLimits, firstDueFrom, catalogue }) => {
    const owedFrom = firstDueFrom === null ? null : fromUtcMidnight(firstDueFrom);
    return { id, matterId, timeLimits, owedFrom, ...catalogue };
  });
}
