import { addDays, startOfDay, type CivilDate } from '../../../../core/civil-date.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import { MOST_LEFT_OUT, type CleanedDocument } from '../../rules/validity/clean-up.ts';
import type { Transaction } from '../database.ts';
import { readable } from '../readable.ts';

/** The documents that a clean-up names, locked until the transaction ends, as far as the viewer may read them; by id. */
export async function lockCleaned(
  tx: Transaction,
  ids: readonly string[],
  viewer: Viewer | null,
): Promise<ReadonlyMap<string, CleanedDocument>> {
  await tx.$queryRaw`SELECT 1 FROM documents.document WHERE id = ANY (${ids}::text[]) ORDER BY id FOR UPDATE`;
  const documents = await tx.document.findMany({
    where: { AND: [{ id: { in: [...ids] } }, readable(viewer)] },
    select: { id: true, issuerId: true, status: true, validity: true },
  });
  return new Map(documents.map((document) => [document.id, document]));
}

/**
 * Normative documents (规范性文件) of an issuer that hold and that a clean-up does not name, the oldest first; at most
 * so many as are told.
 *
 * @param asOf - the day that the clean-up looks at: what was published later is no part of it
 */
export function leftOutOf(
  tx: Transaction,
  issuerId: string,
  named: readonly string[],
  asOf: CivilDate,
): Promise<{ id: string; title: string }[]> {
  return tx.document.findMany({
    where: {
      issuerId,
      isNormative: true,
      status: 'PUBLISHED',
      validity: { in: ['IN_FORCE', 'AMENDED'] },
      publishedAt: { lt: startOfDay(addDays(asOf, 1)) },
      id: { notIn: [...named] },
    },
    select: { id: true, title: true },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    take: MOST_LEFT_OUT,
  });
}
