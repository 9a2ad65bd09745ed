import { addDays, fromUtcMidnight, startOfDay, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Transaction } from '../database.ts';

/** A document whose last day is past. */
export interface ExpiredDocument {
  readonly id: string;
  /** When it ceased to hold: the midnight in Asia/Shanghai that ends its last day, and not before its publication. */
  readonly expiredAt: Date;
}

/**
 * Published documents of this hub's own that held until a day that is past, locked until the transaction ends. Those that another process
 * has in hand are passed over.
 *
 * @param today - the civil day in Asia/Shanghai
 * @param most - how many are taken at once
 */
export async function lockExpired(tx: Transaction, today: CivilDate, most: number): Promise<ExpiredDocument[]> {
  const rows = await tx.$queryRaw<{ id: string; expiresOn: Date; publishedAt: Date }[]>`
    SELECT id, expires_on AS "expiresOn", published_at AS "publishedAt" FROM documents.document
     WHERE validity IN ('IN_FORCE', 'AMENDED') AND expires_on < ${toUtcMidnight(today)}::date AND status = 'PUBLISHED'
       AND held_from IS NULL
     ORDER BY expires_on, id LIMIT ${most} FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id, expiresOn, publishedAt }) => {
    const ended = startOfDay(addDays(fromUtcMidnight(expiresOn), 1));
    return { id, expiredAt: ended < publishedAt ? publishedAt : ended };
  });
}
