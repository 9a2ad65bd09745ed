import { Prisma, type Document } from '../../../prisma/generated/documents/client/client.ts';
import { regionRange, type RegionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { inGroups, perRequest } from '../../kit/per-request.ts';
import type { DocumentsContext } from './database.ts';
import { placeOf, positionOf, type Place } from './place.ts';

/**
 * Published documents of a region and those below it, the newest first. However many regions a request asks for, their
 * pages come by two queries, and their counts by one.
 *
 * @param query - the Prisma selection that the operation needs of a document
 * @throws Fault BAD_USER_INPUT for a region code that is none, CURSOR_INVALID for a cursor of another list
 */
export function regionDocuments(
  context: DocumentsContext,
  regionCode: string,
  page: PageArgs,
  query: object,
): Promise<Page<Document>> {
  const range = regionRange(regionCode);
  return readPage<Document>(page, {
    find: (take, position) => pagesOfRegions(context, take, placeOf(position), query).load(range),
    positionOf,
    count: () => countsOfRegions(context).load(range),
  });
}

function pagesOfRegions(context: DocumentsContext, take: number, behind: Place | null, query: object) {
  const name = `documents of regions: ${JSON.stringify([take, behind, query])}`;
  return perRequest(context, name, async (ranges: readonly RegionRange[]) => {
    const after =
      behind === null ? Prisma.empty : Prisma.sql`AND (d.published_at, d.id) < (${behind.publishedAt}, ${behind.id})`;
    const found = await context.db.$queryRaw<{ asked: number; id: string }[]>`
      SELECT asked.n::int AS asked, page.id FROM ${unnested(ranges)}, LATERAL (
        SELECT d.id, d.published_at FROM documents.document d
         WHERE d.status = 'PUBLISHED' AND d.region_code BETWEEN asked.lowest AND asked.highest ${after}
         ORDER BY d.published_at DESC, d.id DESC
         LIMIT ${take}) page
       ORDER BY asked.n, page.published_at DESC, page.id DESC`;
    const ids = [...new Set(found.map(({ id }) => id))];
    const documents = await context.db.document.findMany({ ...query, where: { id: { in: ids }, status: 'PUBLISHED' } });
    const byId = new Map(documents.map((document) => [document.id, document]));
    const groups = inGroups([...ranges.keys()].map(String), found, ({ asked }) => String(asked - 1));
    return groups.map((group) => group.flatMap(({ id }) => byId.get(id) ?? []));
  });
}

function countsOfRegions(context: DocumentsContext) {
  return perRequest(context, 'document counts of regions', async (ranges: readonly RegionRange[]) => {
    const rows = await context.db.$queryRaw<{ count: number }[]>`
      SELECT counted.count::int FROM ${unnested(ranges)}, LATERAL (
        SELECT count(*) FROM documents.document d
         WHERE d.status = 'PUBLISHED' AND d.region_code BETWEEN asked.lowest AND asked.highest) counted
       ORDER BY asked.n`;
    return rows.map(({ count }) => count);
  });
}

function unnested(ranges: readonly RegionRange[]): Prisma.Sql {
  return Prisma.sql`unnest(${ranges.map(({ from }) => from)}::text[], ${ranges.map(({ to }) => to)}::text[])
    WITH ORDINALITY AS asked (lowest, highest, n)`;
}
