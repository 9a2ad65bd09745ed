import type { Document, Prisma, Validity } from '../../../prisma/generated/documents/client/client.ts';
import { startOfDay, type CivilDate } from '../../../core/civil-date.ts';
import { regionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { entityLoader } from '../../kit/per-request.ts';
import { parseDocumentNumber } from '../rules/document-number.ts';
import type { Database, DocumentsContext, Reading } from './database.ts';
import { placeOf, positionOf, type Place } from './place.ts';
import { readable } from './readable.ts';

const LONGEST_SOUGHT = 200;
const DAY_MS = 86_400_000;

/** One document by its id, batched: all that one request asks for come by one query. Only what the viewer may read. */
export const documentById = entityLoader<Database, Document>({
  typeName: 'Document',
  keyOf: (document) => document.id,
  find: (query, ids, { db, scope }) =>
    db.document.findMany({ ...query, where: { AND: [{ id: { in: ids } }, readable(scope.viewer)] } }),
});

/** The superiors' documents of those ids that the drafter may read, by id. */
export async function superiorsById(
  { db, scope }: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Document, 'id' | 'attribute'>>> {
  if (ids.length === 0) return new Map();
  const where = { AND: [{ id: { in: [...new Set(ids)] } }, readable(scope.viewer)] };
  const rows = await db.document.findMany({ where, select: { id: true, attribute: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

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
  /** Stands in the title, the body or the number; of a long text its first 200 characters. */
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
      const place = placeOf(position);
      const behind = place === null ? {} : conditionBehind(place);
      const orderBy: Prisma.DocumentOrderByWithRelationInput[] = [{ publishedAt: 'desc' }, { id: 'desc' }];
      return db.document.findMany({ ...query, where: { AND: [where, behind] }, orderBy, take });
    },
    positionOf,
    count: () => db.document.count({ where }),
  });
}

/** What stands behind a place in the order of the list; the first condition is one that an index can begin from. */
function conditionBehind({ publishedAt, id }: Place): Prisma.DocumentWhereInput {
  return { publishedAt: { lte: publishedAt }, OR: [{ publishedAt: { lt: publishedAt } }, { id: { lt: id } }] };
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
  if (publishedTo != null) all.push({ publishedAt: { lt: endOfDay(publishedTo) } });
  if (text != null && text.trim() !== '') {
    const sought = parseDocumentNumber(text)?.text ?? text.trim().slice(0, LONGEST_SOUGHT);
    const contains = sought.replace(/[\\%_]/gu, '\\$&');
    const places = ['title', 'body', 'documentNumber'] as const;
    all.push({ OR: places.map((place) => ({ [place]: { contains, mode: 'insensitive' as const } })) });
  }
  return { AND: all };
}

function endOfDay(date: CivilDate): Date {
  return new Date(startOfDay(date).getTime() + DAY_MS);
}
