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
  const textOf = (amount: Price['amount']) => (amount === null ? null : (amount.toFixed() as Yuan));
  const { effectiveOn: _from, endedOn: _to, institutionId: _whose, listId: _list, ...cells } = price;
  const { kind: _kind, isSample: _sample, currency: _currency, ...rest } = cells;
  return {
    ...rest,
    amount: textOf(price.amount),
    amountUpTo: textOf(price.amountUpTo),
    surchargePercent: textOf(price.surchargePercent),
    ceiling: textOf(price.ceiling),
    selfPayPercent: textOf(price.selfPayPercent),
    paymentStandard: textOf(price.paymentStandard),
  };
}
