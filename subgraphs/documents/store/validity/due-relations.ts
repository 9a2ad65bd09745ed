import { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import { startOfDay, fromUtcMidnight, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { RelationKind } from '../../rules/validity/relation.ts';
import type { Transaction } from '../database.ts';

/** What a published document does to another from the day on which it holds. */
export interface DueRelation {
  readonly documentId: string;
  readonly relatedId: string;
  readonly kind: RelationKind;
  /** When: the midnight in Asia/Shanghai at which the newer one began to hold, and not before its publication. */
  readonly dueAt: Date;
}

/** Which relations are sought. */
interface Sought {
  /** Of this document alone. */
  readonly documentId?: string;
  /** How many at most. */
  readonly most?: number;
}

/**
 * Relations that are to take effect until a day: of published documents of this hub's own that hold by then. They are locked until the
 * transaction ends; those that another process has in hand are passed over.
 *
 * @param today - the civil day in Asia/Shanghai
 */
export async function lockDueRelations(
  tx: Transaction,
  today: CivilDate,
  { documentId, most = 1_000 }: Sought,
): Promise<DueRelation[]> {
  const own = documentId === undefined ? Prisma.empty : Prisma.sql`AND r.document_id = ${documentId}`;
  const rows = await tx.$queryRaw<(Omit<DueRelation, 'dueAt'> & { publishedAt: Date; effectiveOn: Date | null })[]>`
    SELECT r.document_id AS "documentId", r.related_id AS "relatedId", r.kind,
           d.published_at AS "publishedAt", d.effective_on AS "effectiveOn"
      FROM documents.document_relation r JOIN documents.document d ON d.id = r.document_id
     WHERE r.took_effect_at IS NULL AND d.status = 'PUBLISHED' AND d.held_from IS NULL ${own}
       AND (d.effective_on IS NULL OR d.effective_on <= ${toUtcMidnight(today)}::date)
     ORDER BY r.document_id, r.kind, r.related_id LIMIT ${most} FOR UPDATE OF r SKIP LOCKED`;
  return rows.map(({ publishedAt, effectiveOn, ...relation }) => {
    const holdsFrom = effectiveOn === null ? publishedAt : startOfDay(fromUtcMidnight(effectiveOn));
    return { ...relation, dueAt: holdsFrom < publishedAt ? publishedAt : holdsFrom };
  });
}

/** Notes that relations changed the others. */
export async function markTaken(tx: Transaction, relations: readonly DueRelation[]): Promise<void> {
  for (const { documentId, relatedId, dueAt } of relations) {
    await tx.documentRelation.update({
      where: { documentId_relatedId: { documentId, relatedId } },
      data: { tookEffectAt: dueAt },
    });
  }
}
