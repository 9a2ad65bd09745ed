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

/** `OFFSET 0` keeps the planner from reading the texts of all documents before it knows which are on the page. */
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
    SELECT hit.document_id AS id FROM (
      SELECT s.document_id, s.published_at, true AS has_terms FROM documents.document_search s
       WHERE ${termsOf(words)} ${after}
      UNION ALL
      SELECT s.document_id, s.published_at, false FROM documents.document_search s
       WHERE ${termsToComeOf(words)} ${after}
       ORDER BY 2 DESC, 1 DESC OFFSET 0) hit
      CROSS JOIN LATERAL (
        SELECT d.id FROM documents.document d WHERE d.id = hit.document_id AND ${conditions} OFFSET 0) d
      CROSS JOIN LATERAL (SELECT s.text FROM documents.document_search s WHERE s.document_id = d.id OFFSET 0) s
     WHERE (hit.has_terms OR ${proofOf(words.words)}) AND ${proofOf(words.unproven)}
     ORDER BY hit.published_at DESC, hit.document_id DESC LIMIT ${take}`;
}

function countOf(words: Sought | null, conditions: Prisma.Sql): Prisma.Sql {
  if (words === null) return Prisma.sql`SELECT count(*)::int FROM documents.document d WHERE ${conditions}`;
  const counted = (which: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT count(*)::int FROM documents.document_search s JOIN documents.document d ON d.id = s.document_id
     WHERE ${which} AND ${conditions}`;
  return bothCounts(words, counted);
}

/** The index holds published documents only, and knows their regions: nothing else needs the documents themselves. */
function countOfWords(words: Sought): Prisma.Sql {
  return bothCounts(words, (which) => Prisma.sql`SELECT count(*)::int FROM documents.document_search s WHERE ${which}`);
}

/** The hits among what has its terms and among what has them to come. */
function bothCounts(words: Sought, counted: (which: Prisma.Sql) => Prisma.Sql): Prisma.Sql {
  const byTerms = counted(Prisma.sql`${termsOf(words)} AND ${proofOf(words.unproven)}`);
  const byText = counted(Prisma.sql`${termsToComeOf(words)} AND ${proofOf(words.words)}`);
  return Prisma.sql`SELECT (${byTerms}) + (${byText}) AS count`;
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

/** Which may be found by their texts alone, since their terms are to come; there are few, or none. */
function termsToComeOf({ words, termsToCome }: Sought): Prisma.Sql {
  return words.length === 0 ? Prisma.sql`false` : Prisma.sql`s.terms @> (SELECT ${termsToCome}::text[])`;
}

function proofOf(words: readonly string[]): Prisma.Sql {
  if (words.length === 0) return Prisma.sql`true`;
  return Prisma.join(
    words.map((word) => Prisma.sql`position(${word} in s.text) > 0`),
    ' AND ',
  );
}
