import { Prisma, type Document } from '../../../../prisma/generated/documents/client/client.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { inOrder } from '../../../kit/per-request.ts';
import type { NormativeDocuments } from '../../rules/report/content.ts';
import { daysOfYear } from '../../rules/report/publication.ts';
import type { DocumentsContext, Transaction } from '../database.ts';
import type { OfYear } from './application-counts.ts';

/** What is counted of normative documents. */
export const NORMATIVE_MEASURES = ['MADE', 'REPEALED', 'IN_FORCE'] as const;
export type NormativeMeasure = (typeof NORMATIVE_MEASURES)[number];

/**
 * Published normative documents `n` of an office with the day each was made and the first on which it no longer held: the
 * day on which it was repealed, or the one after its last. One of which nobody knows when it was repealed never counts.
 */
function normativeDocuments(office: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT d.id, d.validity = 'REPEALED' AS is_repealed,
           coalesce(d.issued_on, (d.published_at AT TIME ZONE 'Asia/Shanghai')::date) AS made_on,
           CASE d.validity
             WHEN 'REPEALED' THEN coalesce((changed.at AT TIME ZONE 'Asia/Shanghai')::date, '-infinity'::date)
             WHEN 'EXPIRED' THEN coalesce(d.expires_on + 1, (changed.at AT TIME ZONE 'Asia/Shanghai')::date, '-infinity'::date)
             ELSE d.expires_on + 1 END AS ended_on
      FROM documents.document d
      LEFT JOIN LATERAL (
        SELECT max(s.taken_at) AS at FROM documents.document_step s
         WHERE s.document_id = d.id AND s.kind = 'VALIDITY_CHANGED') changed ON true
     WHERE d.issuer_id = ${office} AND d.is_normative AND d.status = 'PUBLISHED') n`;
}

function measured(measure: NormativeMeasure, year: number): Prisma.Sql {
  const { first, last } = daysOfYear(year);
  switch (measure) {
    case 'MADE':
      return Prisma.sql`n.made_on BETWEEN ${first}::date AND ${last}::date`;
    case 'REPEALED':
      return Prisma.sql`n.is_repealed AND n.ended_on BETWEEN ${first}::date AND ${last}::date`;
    case 'IN_FORCE':
      return Prisma.sql`n.made_on <= ${last}::date AND (n.ended_on IS NULL OR n.ended_on > ${last}::date)`;
  }
}

/** The normative documents that an office made and repealed in a year, and that held at its end; one statement. */
export async function countedNormative(
  db: Pick<Transaction, '$queryRaw'>,
  { office, year }: OfYear,
): Promise<NormativeDocuments> {
  const [row] = await db.$queryRaw<NormativeDocuments[]>`
    SELECT count(*) FILTER (WHERE ${measured('MADE', year)})::int AS made,
           count(*) FILTER (WHERE ${measured('REPEALED', year)})::int AS repealed,
           count(*) FILTER (WHERE ${measured('IN_FORCE', year)})::int AS "inForce"
      FROM ${normativeDocuments(office)}`;
  return row ?? { made: 0, repealed: 0, inForce: 0 };
}

/** The normative documents that a number counts, by id; a page costs two statements and its count one. */
export function normativeOfMeasure(
  { db }: DocumentsContext,
  { office, year, measure }: OfYear & { readonly measure: NormativeMeasure },
  page: PageArgs,
  query: object,
): Promise<Page<Document>> {
  const which = Prisma.sql`${normativeDocuments(office)} WHERE ${measured(measure, year)}`;
  return readPage<Document>(page, {
    find: async (take, position) => {
      const behind = position === null ? Prisma.empty : Prisma.sql`AND n.id > ${position[0] ?? ''}`;
      const found = await db.$queryRaw<{ id: string }[]>`
        SELECT n.id FROM ${which} ${behind} ORDER BY n.id LIMIT ${take}`;
      const ids = found.map(({ id }) => id);
      const rows = await db.document.findMany({ ...query, where: { id: { in: ids } } });
      return inOrder(ids, rows, ({ id }) => id).flatMap((row) => row ?? []);
    },
    positionOf: ({ id }) => [id],
    count: async () => {
      const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${which}`;
      return row?.count ?? 0;
    },
  });
}
