import { civilDateOf } from '../../../../core/civil-date.ts';
import type { Holdings } from '../../../kit/context.ts';
import { transact } from '../../../kit/transact.ts';
import { documentRevised } from '../../events/document.ts';
import type { Database, Transaction } from '../../store/database.ts';
import { lockExpired, type ExpiredDocument } from '../../store/validity/expired-documents.ts';
import { writeValidity } from '../../store/validity/validity-writes.ts';

/** How many documents one transaction takes in hand; their texts stand in its entries of the log. */
const BATCH = 50;
/** Who is said to have taken a step that time alone took. */
export const BY_TIME = 'system';

/**
 * Lets every document whose last day is past cease to hold, each with its step and its entry of the log, as of the
 * midnight in Asia/Shanghai that ends that day. Several processes share the work: what one has in hand, others pass
 * over.
 *
 * @see rule D17
 */
export async function expireDocuments(holdings: Holdings<Database>): Promise<void> {
  for (let taken = BATCH; taken === BATCH;) {
    taken = await transact<Transaction, number>(holdings, async (tx, record) => {
      const expired = await lockExpired(tx, civilDateOf(holdings.clock.now()), BATCH);
      for (const [expiredAt, ids] of byInstant(expired)) {
        const at = new Date(expiredAt);
        const documents = await writeValidity(tx, { ids, validity: 'EXPIRED', by: BY_TIME, at, note: null });
        record(...documents.map((document) => documentRevised(document, at)));
      }
      return expired.length;
    });
  }
}

function byInstant(expired: readonly ExpiredDocument[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const { id, expiredAt } of expired) {
    const instant = expiredAt.getTime();
    groups.set(instant, [...(groups.get(instant) ?? []), id]);
  }
  return groups;
}
