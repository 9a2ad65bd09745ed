import type { Document, Prisma, Validity } from '../../../prisma/generated/documents/client/client.ts';
import { addDays, startOfDay, type CivilDate } from '../../../core/civil-date.ts';
import { regionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { entityLoader } from '../../kit/per-request.ts';
import type { Database, DocumentsContext } from './database.ts';
import { readable } from './readable.ts';

/** One document by its id, batched: all that one request asks for come by one query. Only what the viewer may read. */
export const documentById = entityLoader<Database, Document>({
  typeName: 'Document',
  keyOf: (document) => document.id,
  find: (query, ids, { db, scope }) =>
    db.document.findMany({ ...query, where: { AND: [{ id: { in: ids } }, readable(scope.viewer)] } }),
});

/** Which documents a list holds; only published ones, whoever asks. */
export interface DocumentFilter {
  /** A region code; includes the regions below it. */
  readonly region?: string | null | undefined;
  readonly issuer?: string | null | undefined;
  /** A catalogue item. */
  readonly item?: string | null | undefined;
  readonly validity?: Validity | null | undefined;
  /** The first and last civil day of publication in Asia/Shanghai. */
  readonly publishedFrom?: CivilDate | null | undefined;
  readonly publishedTo?: CivilDate | null | undefined;
  /** Stands in the title, the body or the number. */
  readonly text?: string | null | undefined;
}

/** Published documents, the newest first. */
export function publishedDocuments(
  { db }: DocumentsContext,
  filter: DocumentFilter,
  page: PageArgs,
  query: object,
): Promise<Page<Document>> {
  const where = conditionsOf(filter);
  return readPage<Document>(page, {
    find: (take, position) => {
      const [publishedAt = '', id = ''] = position ?? [];
      const behind =
        position === null ? {} : { OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] };
      const orderBy: Prisma.DocumentOrderByWithRelationInput[] = [{ publishedAt: 'desc' }, { id: 'desc' }];
      return db.document.findMany({ ...query, where: { AND: [where, behind] }, orderBy, take });
    },
    positionOf: (document) => [document.publishedAt?.toISOString() ?? '', document.id],
    count: () => db.document.count({ where }),
  });
}

function conditionsOf(filter: DocumentFilter): Prisma.DocumentWhereInput {
  const { region, issuer, item, validity, publishedFrom, publishedTo, text } = filter;
  const all: Prisma.DocumentWhereInput[] = [{ status: 'PUBLISHED' }];
  if (region != null) {
    const { from, to } = regionRange(region);
    all.push({ regionCode: { gte: from, lte: to } });
  }
  if (issuer != null) all.push({ issuerId: issuer });
  if (item != null) all.push({ items: { some: { itemId: item } } });
  if (validity != null) all.push({ validity });
  if (publishedFrom != null) all.push({ publishedAt: { gte: startOfDay(publishedFrom) } });
  if (publishedTo != null) all.push({ publishedAt: { lt: startOfDay(addDays(publishedTo, 1)) } });
  if (text != null && text.trim() !== '') {
    const contains = text.trim().slice(0, 200);
    const places = ['title', 'body', 'documentNumber'] as const;
    all.push({ OR: places.map((place) => ({ [place]: { contains, mode: 'insensitive' as const } })) });
  }
  return { AND: all };
}
