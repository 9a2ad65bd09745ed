import type { Prisma } from '../../../prisma/generated/pricing/client/client.ts';
import { toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';

/** Which prices hold on a day: begun by then, and not ended by then. */
export function inForceOn(on: CivilDate): Prisma.PriceWhereInput {
  const day = toUtcMidnight(on);
  return { effectiveOn: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gt: day } }] };
}
