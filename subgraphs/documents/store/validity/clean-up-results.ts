import { Prisma, type CleanUpResult } from '../../../../prisma/generated/documents/client/client.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { inGroups, perRequest } from '../../../kit/per-request.ts';
import type { DocumentsContext } from '../database.ts';

/** Which results of a clean-up are asked for; null for those of every outcome. */
export interface ResultsAsked {
  readonly cleanUpId: string;
  readonly outcome: CleanUpResult['outcome'] | null;
}

/**
 * What a clean-up found of each document, by the documents' ids. However many clean-ups a request asks for, their pages
 * come by two queries, and their counts by one.
 *
 * @param query - what Prisma must select for the operation
 */
export function cleanUpResults(
  context: DocumentsContext,
  { cleanUpId, outcome }: ResultsAsked,
  page: PageArgs,
  query: object,
): Promise<Page<CleanUpResult>> {
  return readPage<CleanUpResult>(page, {
    find: (take, position) => resultsOf(context, { take, after: position?.[0] ?? '', outcome }, query).load(cleanUpId),
    positionOf: ({ documentId }) => [documentId],
    count: () => countsOf(context, outcome).load(cleanUpId),
  });
}

interface Part {
  readonly take: number;
  readonly after: string;
  readonly outcome: CleanUpResult['outcome'] | null;
}

function resultsOf(context: DocumentsContext, { take, after, outcome }: Part, query: object) {
  const name = `results of clean-ups: ${JSON.stringify([take, after, outcome, query])}`;
  return perRequest(context, name, async (ids: readonly string[]) => {
    const keys = await context.db.$queryRaw<{ cleanUpId: string; documentId: string }[]>`
      SELECT page.clean_up_id AS "cleanUpId", page.document_id AS "documentId"
        FROM unnest(${ids}::text[]) AS asked (id), LATERAL (
          SELECT r.clean_up_id, r.document_id FROM documents.clean_up_result r
           WHERE r.clean_up_id = asked.id AND r.document_id > ${after} ${ofOutcome(outcome)}
           ORDER BY r.document_id LIMIT ${take}) page
       ORDER BY page.document_id`;
    const documentId = { in: keys.map((key) => key.documentId) };
    const where = { cleanUpId: { in: [...ids] }, documentId };
    const rows = await context.db.cleanUpResult.findMany({ ...query, where });
    const byKey = new Map(rows.map((row) => [`${row.cleanUpId} ${row.documentId}`, row]));
    const found = keys.flatMap((key) => byKey.get(`${key.cleanUpId} ${key.documentId}`) ?? []);
    return inGroups(ids, found, (row) => row.cleanUpId);
  });
}

function countsOf(context: DocumentsContext, outcome: CleanUpResult['outcome'] | null) {
  return perRequest(context, `counts of clean-ups: ${outcome ?? ''}`, async (ids: readonly string[]) => {
    const rows = await context.db.$queryRaw<{ id: string; count: number }[]>`
      SELECT r.clean_up_id AS id, count(*)::int AS count FROM documents.clean_up_result r
       WHERE r.clean_up_id = ANY (${ids}::text[]) ${ofOutcome(outcome)} GROUP BY r.clean_up_id`;
    const counts = new Map(rows.map(({ id, count }) => [id, count]));
    return ids.map((id) => counts.get(id) ?? 0);
  });
}

function ofOutcome(outcome: CleanUpResult['outcome'] | null): Prisma.Sql {
  return outcome === null ? Prisma.empty : Prisma.sql`AND r.outcome = ${outcome}::documents.clean_up_outcome`;
}
