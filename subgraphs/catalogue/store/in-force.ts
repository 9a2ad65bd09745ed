import { Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import { toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';

/** What was approved is public; drafts and editions under review are for staff. */
export const PUBLIC_STATUSES = ['APPROVED', 'SUPERSEDED'] as const;

/** The condition on the table `catalogue.catalogue`, called `c`, that an edition is in force on a day. */
export function inForceOn(on: CivilDate): Prisma.Sql {
  return Prisma.sql`c.status IN ('APPROVED', 'SUPERSEDED') AND c.effective_on <= ${on}::date
    AND (c.effective_until IS NULL OR c.effective_until > ${on}::date)`;
}

/** The same for Prisma. */
export function whereInForceOn(on: CivilDate): Prisma.CatalogueWhereInput {
  const day = toUtcMidnight(on);
  return {
    status: { in: [...PUBLIC_STATUSES] },
    effectiveOn: { lte: day },
    OR: [{ effectiveUntil: null }, { effectiveUntil: { gt: day } }],
  };
}
