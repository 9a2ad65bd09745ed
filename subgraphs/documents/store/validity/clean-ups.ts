import type { CleanUp, Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import { Fault } from '../../../../core/fault.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../../kit/page.ts';
import { entityLoader } from '../../../kit/per-request.ts';
import type { Database, DocumentsContext } from '../database.ts';

/** One clean-up by its id, batched. */
export const cleanUpById = entityLoader<Database, CleanUp>({
  typeName: 'CleanUp',
  keyOf: (cleanUp) => cleanUp.id,
  find: (query, ids, { db }) => db.cleanUp.findMany({ ...query, where: { id: { in: ids } } }),
});

/** Which clean-ups a list holds. */
export interface CleanUpFilter {
  /** A region code; includes the regions below it. */
  readonly region: string;
  readonly issuer?: string | null | undefined;
}

/**
 * Clean-ups that were published in a region and those below it, the newest first.
 *
 * @param query - what Prisma must select for the operation
 */
export function cleanUpsOf(
  { db }: DocumentsContext,
  { region, issuer }: CleanUpFilter,
  page: PageArgs,
  query: object,
): Promise<Page<CleanUp>> {
  const { from, to } = regionRange(region);
  const where = { regionCode: { gte: from, lte: to }, ...(issuer != null && { issuerId: issuer }) };
  return readPage<CleanUp>(page, {
    find: (take, position) =>
      db.cleanUp.findMany({
        ...query,
        where: { AND: [where, behind(position)] },
        orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
        take,
      }),
    positionOf: ({ publishedAt, id }) => [publishedAt.toISOString(), id],
    count: () => db.cleanUp.count({ where }),
  });
}

function behind(position: Position | null): Prisma.CleanUpWhereInput {
  if (position === null) return {};
  const [published = '', id = ''] = position;
  const publishedAt = new Date(published);
  if (Number.isNaN(publishedAt.getTime()) || publishedAt.toISOString() !== published) {
    throw new Fault('CURSOR_INVALID', `Expected a page cursor of clean-ups, got one of ${JSON.stringify(position)}.`);
  }
  return { OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] };
}
