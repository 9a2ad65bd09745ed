import type { Prisma, ProactiveReview } from '../../../../prisma/generated/documents/client/client.ts';
import { regionRange } from '../../../../core/region-code.ts';
import type { Page, PageArgs } from '../../../kit/page.ts';
import { perRequest } from '../../../kit/per-request.ts';
import type { DocumentsContext, Transaction } from '../database.ts';
import { pageByDay } from './by-day.ts';
import { ofOwnRegions } from './readable-application.ts';

/** The application's answer is read for the account that gave it. */
const WITH_APPLICATION = {
  application: {
    select: { purgedAt: true, events: { where: { kind: 'ANSWERED' }, select: { recordedBy: true } } },
  },
} satisfies Prisma.ProactiveReviewInclude;

/** A review that nobody else decides until the transaction ends; null when there is none. */
export async function lockReview(
  tx: Transaction,
  id: string,
): Promise<Prisma.ProactiveReviewGetPayload<{ include: typeof WITH_APPLICATION }> | null> {
  await tx.$queryRaw`SELECT 1 FROM documents.proactive_review WHERE id = ${id} FOR UPDATE`;
  return tx.proactiveReview.findUnique({ where: { id }, include: WITH_APPLICATION });
}

/** Which reviews a list holds. */
export interface ProactiveReviewFilter {
  /** A region code; includes the regions below it. */
  readonly region?: string | null | undefined;
  /** Only those that wait for a decision, or only those that have one. */
  readonly isOpen?: boolean | null | undefined;
}

/** Reviews, the last opened first; empty for everyone but staff, who see those of their regions. */
export function proactiveReviewList(
  { db, scope }: DocumentsContext,
  { region, isOpen }: ProactiveReviewFilter,
  page: PageArgs,
  query: object,
): Promise<Page<ProactiveReview>> {
  const all: Prisma.ProactiveReviewWhereInput[] = [ofOwnRegions(scope.viewer)];
  if (region != null) {
    const { from, to } = regionRange(region);
    all.push({ regionCode: { gte: from, lte: to } });
  }
  if (isOpen != null) all.push({ decision: isOpen ? null : { not: null } });
  const where = { AND: all };
  const orderBy: Prisma.ProactiveReviewOrderByWithRelationInput[] = [{ openedOn: 'desc' }, { id: 'desc' }];
  return pageByDay('openedOn', page, {
    dayOf: ({ openedOn }) => openedOn,
    find: ({ behind, take }) =>
      db.proactiveReview.findMany({ ...query, where: { AND: [where, behind] }, orderBy, take }),
    count: () => db.proactiveReview.count({ where }),
  });
}

/**
 * How many applicants a document was given to on request, by one query for all documents of a request. An application
 * that was purged counts as one applicant of its own.
 */
export function applicantsFor(context: DocumentsContext, documentId: string): Promise<number> {
  return perRequest(context, 'applicants for documents', async (ids: readonly string[]) => {
    const rows = await context.db.$queryRaw<{ id: string; applicants: number }[]>`
      SELECT document_id AS id, count(DISTINCT coalesce(encode(applicant_key, 'hex'), id))::int AS applicants
        FROM documents.disclosure_application
       WHERE document_id = ANY (${[...ids]}::text[]) AND result IN ('GRANTED', 'PARTLY_GRANTED')
       GROUP BY document_id`;
    const counts = new Map(rows.map(({ id, applicants }) => [id, applicants]));
    return ids.map((id) => counts.get(id) ?? 0);
  }).load(documentId);
}
