import type { Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
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
}

/** Those of the items asked for that stand in an edition in force on a day. */
export async function itemsInForce(tx: Transaction, ids: readonly string[], on: CivilDate): Promise<PlacedItem[]> {
  const where: Prisma.CatalogueItemWhereInput = { id: { in: [...ids] }, catalogue: whereInForceOn(on) };
  const rows = await tx.catalogueItem.findMany({ where, include: PLACED, orderBy: { id: 'asc' } });
  return rows.map(({ id, matterId, timeLimits, catalogue }) => ({ id, matterId, timeLimits, ...catalogue }));
}
