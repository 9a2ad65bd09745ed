import { Prisma, type Document } from '../../../../prisma/generated/documents/client/client.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { sought, type Sought } from '../../rules/search/search-terms.ts';
import type { DocumentsContext } from '../database.ts';
import { placeOf, positionOf, type Place } from '../place.ts';
import { conditionsOf, type DocumentFilter } from './document-filter.ts';

/**
 * Published documents, the newest first; two queries, and one for their count.
 *
 * Words are sought by the index of their terms, and what the terms do not prove is looked up in the text itself: only
 * as far as the page needs it, since what is found is put in the order of the list before any text is read.
 *
 * @param query - what Prisma must select for the operation
 */
export function publishedDocuments(
  { db }: DocumentsContext,
  filter: DocumentFilter,
  page: PageArgs,
  query: object,
): Promise<Page<Document>> {
  const words = sought(filter.text ?? '', filter.region ?? null);
  const conditions = conditionsOf(filter);
  return readPage<Document>(page, {
    find: async (take, position) => {
      const found = await db.$queryRaw<{ id: string }[]>(idsOf(words, conditions, placeOf(position), take));
      const ids = found.map(({ id }) => id);
      const rows = await db.document.findMany({ ...query, where: { id: { in: ids }, status: 'PUBLISHED' } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    positionOf,
    count: async () => {
      const isProven = words !== null && isOnlyText(filter);
      const sql = isProven ? countOfWords(words) : countOf(words, conditions);
      return (await db.$queryRaw<{ count: number }[]>(sql))[0]?.count ?? 0;
    },
  });
}

function idsOf(words: Sought | null, conditions: Prisma.Sql, behind: Place | null, take: number): Prisma.Sql {
  const { publishedAt, id } = behind ?? { publishedAt: null, id: null };
  if (words === null) {
    const after = behind === null ? Prisma.empty : Prisma.sql`AND (d.published_at, d.id) < (${publishedAt}, ${id})`;
    return Prisma.sql`
      SELECT d.id FROM documents.document d WHERE ${conditions} ${after}
       ORDER BY d.published_at DESC, d.id DESC LIMIT ${take}`;
  }
  const after =
    behind === null ? Prisma.empty : Prisma.sql`AND (s.published_at, s.document_id) < (${publishedAt}, ${id})`;
  return Prisma.sql`
    SELECT d.id FROM (
      SELECT s.document_id, s.published_at FROM documents.document_search s
       WHERE ${termsOf(words)} ${after} ORDER BY s.published_at DESC, s.document_id DESC OFFSET 0) hit
      JOIN documents.document d ON d.id = hit.document_id
      JOIN documents.document_search s ON s.document_id = hit.document_id
     WHERE ${conditions} AND ${proofOf(words)}
     ORDER BY hit.published_at DESC, hit.document_id DESC LIMIT ${take}`;
}

function countOf(words: Sought | null, conditions: Prisma.Sql): Prisma.Sql {
  if (words === null) return Prisma.sql`SELECT count(*)::int FROM documents.document d WHERE ${conditions}`;
  return Prisma.sql`
    SELECT count(*)::int FROM documents.document_search s JOIN documents.document d ON d.id = s.document_id
     WHERE ${termsOf(words)} AND ${conditions} AND ${proofOf(words)}`;
}

/** The index holds published documents only, and knows their regions: nothing else needs the documents themselves. */
function countOfWords(words: Sought): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int FROM documents.document_search s WHERE ${termsOf(words)} AND ${proofOf(words)}`;
}

function isOnlyText(filter: DocumentFilter): boolean {
  return Object.entries(filter).every(([name, value]) => value == null || name === 'region' || name === 'text');
}

/**
 * Where nothing of what is sought can be found, nothing is. The terms come by a subquery so that the planner does not
 * know them: of common ones it would rather unpack every document's terms than use their index, which takes twenty
 * times as long.
 */
function termsOf({ words, terms }: Sought): Prisma.Sql {
  return words.length === 0 ? Prisma.sql`false` : Prisma.sql`s.terms @> (SELECT ${terms}::text[])`;
}

function proofOf({ unproven }: Sought): Prisma.Sql {
  if (unproven.length === 0) return Prisma.sql`true`;
  return Prisma.join(
    unproven.map((word) => Prisma.sql`position(${word} in s.text) > 0`),
    ' AND ',
  );
}
