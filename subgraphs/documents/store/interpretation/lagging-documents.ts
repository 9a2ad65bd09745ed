import { Prisma, type Document } from '../../../../prisma/generated/documents/client/client.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import type { DocumentsContext } from '../database.ts';
import { placeOf, positionOf } from '../place.ts';
import { doneWithin, type PerformanceAsked } from './interpretation-performance.ts';

/** What pulls a rate down: no interpretation at all, one in text only, or on one channel only. */
export type Lag = 'NOT_INTERPRETED' | 'TEXT_ONLY' | 'ONE_CHANNEL';

const CONDITIONS: Readonly<Record<Lag, Prisma.Sql>> = {
  NOT_INTERPRETED: Prisma.sql`NOT interpreted`,
  TEXT_ONLY: Prisma.sql`interpreted AND NOT diversified`,
  ONE_CHANNEL: Prisma.sql`interpreted AND NOT several`,
};

/**
 * The documents that pull a rate down, the newest first; two queries, and one for their count.
 *
 * @param query - what Prisma must select for the operation
 */
export function laggingDocuments(
  { db }: DocumentsContext,
  asked: PerformanceAsked & { readonly lag: Lag; readonly issuer?: string | undefined },
  page: PageArgs,
  query: object,
): Promise<Page<Document>> {
  const ofIssuer = asked.issuer === undefined ? Prisma.empty : Prisma.sql`AND issuer_id = ${asked.issuer}`;
  const lagging = Prisma.sql`SELECT id, published_at FROM (${doneWithin(asked)}) done
    WHERE ${CONDITIONS[asked.lag]} ${ofIssuer}`;
  return readPage<Document>(page, {
    find: async (take, position) => {
      const place = placeOf(position);
      const behind =
        place === null ? Prisma.empty : Prisma.sql`WHERE (published_at, id) < (${place.publishedAt}, ${place.id})`;
      const found = await db.$queryRaw<{ id: string }[]>`
        SELECT id FROM (${lagging}) lagging ${behind} ORDER BY published_at DESC, id DESC LIMIT ${take}`;
      const ids = found.map(({ id }) => id);
      const rows = await db.document.findMany({ ...query, where: { id: { in: ids } } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    positionOf,
    count: async () =>
      (await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM (${lagging}) lagging`)[0]?.count ?? 0,
  });
}
