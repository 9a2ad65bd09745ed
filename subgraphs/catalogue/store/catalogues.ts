import type { Catalogue, Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { regionRange } from '../../../core/region-code.ts';
import type { Viewer } from '../../../core/viewer.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { entityLoader, inOrder, perRequest } from '../../kit/per-request.ts';
import { staffRegions } from '../../kit/staff.ts';
import type { CatalogueStatus } from '../rules/filing-status.ts';
import type { CatalogueContext, Database, Transaction } from './database.ts';
import { PUBLIC_STATUSES, whereInForceOn } from './in-force.ts';

/** Which editions a viewer may read: what was approved, and for staff everything of their regions. */
export function readable(viewer: Viewer | null): Prisma.CatalogueWhereInput {
  const own = staffRegions(viewer).map(({ from, to }) => ({ regionCode: { gte: from, lte: to } }));
  return { OR: [{ status: { in: [...PUBLIC_STATUSES] } }, ...own] };
}

/** One edition by its id, batched; null when there is none that the viewer may read. */
export const catalogueById = entityLoader<Database, Catalogue>({
  typeName: 'Catalogue',
  keyOf: (catalogue) => catalogue.id,
  find: (query, ids, { db, scope }) =>
    db.catalogue.findMany({ ...query, where: { AND: [{ id: { in: ids } }, readable(scope.viewer)] } }),
});

/** Editions that a whole list names and the viewer may read; batched. */
export function editionsById(context: CatalogueContext) {
  return perRequest(context, 'editions', async (ids: readonly string[]) => {
    const where = { AND: [{ id: { in: [...ids] } }, readable(context.scope.viewer)] };
    return inOrder(ids, await context.db.catalogue.findMany({ where }), (edition) => edition.id);
  });
}

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

/** Which editions a list holds. */
export interface CatalogueFilter {
  /** A region code; includes the regions below it. */
  readonly regionCode: string;
  readonly statuses: readonly CatalogueStatus[] | null;
  /** Only editions in force on this day. */
  readonly inForceOn: CivilDate | null;
}

/** The editions that a viewer may read, ordered by region code and id. */
export function cataloguesOf(
  { db, scope }: CatalogueContext,
  { regionCode, statuses, inForceOn }: CatalogueFilter,
  page: PageArgs,
  query: object,
): Promise<Page<Catalogue>> {
  const { from, to } = regionRange(regionCode);
  const where: Prisma.CatalogueWhereInput[] = [
    readable(scope.viewer),
    { regionCode: { gte: from, lte: to } },
    statuses === null ? {} : { status: { in: [...statuses] } },
    inForceOn === null ? {} : whereInForceOn(inForceOn),
  ];
  return readPage<Catalogue>(page, {
    find: (take, position) => {
      const [region = '', id = ''] = position ?? [];
      const behind =
        position === null ? {} : { OR: [{ regionCode: { gt: region } }, { regionCode: region, id: { gt: id } }] };
      const orderBy = [{ regionCode: 'asc' }, { id: 'asc' }] as const;
      return db.catalogue.findMany({ ...query, where: { AND: [...where, behind] }, orderBy: [...orderBy], take });
    },
    positionOf: (catalogue) => [catalogue.regionCode, catalogue.id],
    count: () => db.catalogue.count({ where: { AND: where } }),
  });
}

const WHOLE = {
  items: {
    include: {
      bases: { orderBy: { ordinal: 'asc' } },
      timeLimits: { orderBy: { ordinal: 'asc' } },
      category: { select: { name: true } },
    },
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
