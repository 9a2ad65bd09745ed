import type { Catalogue, Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { entityLoader } from '../../kit/per-request.ts';
import type { CatalogueContext, Database, Transaction } from './database.ts';
import { PUBLIC_STATUSES, whereInForceOn } from './in-force.ts';

/** One catalogue by its id, batched. */
export const catalogueById = entityLoader<Database, Catalogue>({
  typeName: 'Catalogue',
  keyOf: (catalogue) => catalogue.id,
  find: (query, ids, { db }) =>
    db.catalogue.findMany({ ...query, where: { id: { in: ids }, status: { in: [...PUBLIC_STATUSES] } } }),
});

/** The edition of a region's catalogue in force on a day; null when it has none. */
export function catalogueInForce(
  { db }: CatalogueContext,
  regionCode: string,
  on: CivilDate,
  query: object,
): Promise<Catalogue | null> {
  return db.catalogue.findFirst({
    ...query,
    where: { regionCode, ...whereInForceOn(on) },
    orderBy: [{ effectiveOn: 'desc' }, { id: 'desc' }],
  });
}

const WHOLE = {
  items: {
    include: { bases: { orderBy: { ordinal: 'asc' } }, timeLimits: { orderBy: { ordinal: 'asc' } } },
    orderBy: { code: 'asc' },
  },
} as const satisfies Prisma.CatalogueInclude;

/** A catalogue with all its items and all their columns. */
export type WholeCatalogue = Prisma.CatalogueGetPayload<{ include: typeof WHOLE }>;

/** Catalogues with all their items, in the order of their regions: of these ids, or all there are. */
export async function wholeCatalogues(tx: Transaction, ids?: readonly string[]): Promise<WholeCatalogue[]> {
  if (ids?.length === 0) return [];
  return tx.catalogue.findMany({
    ...(ids !== undefined && { where: { id: { in: [...ids] } } }),
    include: WHOLE,
    orderBy: [{ regionCode: 'asc' }, { id: 'asc' }],
  });
}
