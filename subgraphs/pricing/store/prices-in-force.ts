import type { Prisma } from '../../../prisma/generated/pricing/client/client.ts';
import { toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import type { Yuan } from '../../../core/yuan.ts';
import type { PriceInForce } from '../rules/price-list-difference.ts';
import type { PriceKind } from '../rules/price-row.ts';
import type { Price, Transaction } from './database.ts';

/** Which prices hold on a day: begun by then, and not ended by then. */
export function inForceOn(on: CivilDate): Prisma.PriceWhereInput {
  const day = toUtcMidnight(on);
  return { effectiveOn: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gt: day } }] };
}

/** The prices of an institution and kind that have not ended, ready to be compared with a new list. */
export async function openPrices(tx: Transaction, institutionId: string, kind: PriceKind): Promise<PriceInForce[]> {
  const prices = await tx.price.findMany({ where: { institutionId, kind, endedOn: null } });
  return prices.map(asRow);
}

function asRow(price: Price): PriceInForce {
  const amountOf = (amount: Price['amount']) => (amount === null ? null : (amount.toFixed() as Yuan));
  const { id, code, name, specification, unit, tier, amountText, mode, insuranceClass, note } = price;
  const texts = { id, code, name, specification, unit, tier, amountText, mode, insuranceClass, note };
  return {
    ...texts,
    amount: amountOf(price.amount),
    amountUpTo: amountOf(price.amountUpTo),
    ceiling: amountOf(price.ceiling),
  };
}
