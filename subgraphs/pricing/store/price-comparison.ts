import { Fault } from '../../../core/fault.ts';
import { regionRange } from '../../../core/region-code.ts';
import { tenThousandths, type Yuan } from '../../../core/yuan.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import type { Comparable } from '../rules/price-comparison.ts';
import type { Price, PricingContext } from './database.ts';
import { inForceOn } from './prices-in-force.ts';

/** A price with what comparing it needs. */
export interface ComparedPrice extends Comparable {
  readonly price: Price;
}

/**
 * What the institutions of a region and those below it charge for a code on a day, by institution. Two queries.
 *
 * @throws Fault LIMIT_EXCEEDED
 */
export async function pricesOfCode(
  { db }: PricingContext,
  code: string,
  region: string,
  on: CivilDate,
): Promise<ComparedPrice[]> {
  const { from, to } = regionRange(region);
  const institutions = await db.followedInstitution.findMany({
    where: { regionCode: { gte: from, lte: to } },
    select: { id: true },
  });
  const prices = await db.price.findMany({
    where: { AND: [{ code, institutionId: { in: institutions.map(({ id }) => id) } }, inForceOn(on)] },
    orderBy: [{ institutionId: 'asc' }, { unit: 'asc' }, { tier: 'asc' }, { id: 'asc' }],
    take: MOST_COMPARED + 1,
  });
  if (prices.length > MOST_COMPARED) throw tooMany();
  return prices.map((price) => {
    const isOneNumber = price.amount !== null && price.amountUpTo === null;
    const amount = isOneNumber ? tenThousandths((price.amount?.toFixed() ?? '0') as Yuan) : null;
    return { price, unit: price.unit, tier: price.tier, institutionId: price.institutionId, amount };
  });
}

/** The most prices that one comparison holds: a province has fewer hospitals. */
const MOST_COMPARED = 5_000;

/** Figures over a part of the prices would be wrong. */
function tooMany(): Fault {
  const message = `Expected at most ${String(MOST_COMPARED)} prices to compare, got more: ask for a smaller region.`;
  return new Fault('LIMIT_EXCEEDED', message, { limit: 'comparedPrices', maximum: MOST_COMPARED });
}
