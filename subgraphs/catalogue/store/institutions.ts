import type { Institution, InstitutionKind } from '../../../prisma/generated/catalogue/client/client.ts';
import { regionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { entityLoader, inOrder, perRequest } from '../../kit/per-request.ts';
import type { CatalogueContext, Database } from './database.ts';

/** One institution by its id, batched: all that one request asks for come by one query. */
export const institutionById = entityLoader<Database, Institution>({
  typeName: 'Institution',
  keyOf: (institution) => institution.id,
  find: (query, ids, { db }) => db.institution.findMany({ ...query, where: { id: { in: ids } } }),
});

/** Who published something, batched over a whole list of disclosures. */
export function publisherOf(context: CatalogueContext) {
  return perRequest(context, 'publishers', async (ids: readonly string[]) => {
    const found = await context.db.institution.findMany({ where: { id: { in: [...ids] } } });
    return inOrder(ids, found, (institution) => institution.id);
  });
}

/** Which institutions a list holds. */
export interface InstitutionFilter {
  /** A region code; includes the regions below it. */
  readonly regionCode: string;
  readonly kind: InstitutionKind | null;
}

/**
 * The institutions of a region, ordered by region code and id.
 *
 * @param query - what Prisma must select for the operation
 */
export function institutionsOfRegion(
  { db }: CatalogueContext,
  filter: InstitutionFilter,
  page: PageArgs,
  query: object,
): Promise<Page<Institution>> {
  const { from, to } = regionRange(filter.regionCode);
  const where = { regionCode: { gte: from, lte: to }, ...(filter.kind !== null && { kind: filter.kind }) };
  return readPage<Institution>(page, {
    find: (take, position) => {
      const [regionCode = '', id = ''] = position ?? [];
      const behind =
        position === null ? {} : { OR: [{ regionCode: { gt: regionCode } }, { regionCode, id: { gt: id } }] };
      const orderBy = [{ regionCode: 'asc' }, { id: 'asc' }] as const;
      return db.institution.findMany({ ...query, where: { AND: [where, behind] }, orderBy: [...orderBy], take });
    },
    positionOf: (institution) => [institution.regionCode, institution.id],
    count: () => db.institution.count({ where }),
  });
}
