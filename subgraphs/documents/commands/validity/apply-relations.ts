import { civilDateOf } from '../../../../core/civil-date.ts';
import type { Holdings } from '../../../kit/context.ts';
import { transact } from '../../../kit/transact.ts';
import type { Database, Transaction } from '../../store/database.ts';
import { lockDueRelations } from '../../store/validity/due-relations.ts';
import { bringIntoEffect } from './bring-into-effect.ts';
import { BY_TIME } from './expire-documents.ts';

/** How many relations one transaction takes in hand; the texts of what they change stand in its entries of the log. */
const BATCH = 50;

/**
 * Lets documents that were published before they hold amend and repeal others on the day on which they begin to, as of
 * that midnight in Asia/Shanghai. Several processes share the work.
 *
 * @see rule D17
 */
export async function applyRelations(holdings: Holdings<Database>): Promise<void> {
  for (let taken = BATCH; taken === BATCH;) {
    taken = await transact<Transaction, number>(holdings, async (tx, record) => {
      const due = await lockDueRelations(tx, civilDateOf(holdings.clock.now()), { most: BATCH });
      record(...(await bringIntoEffect(tx, due, { by: BY_TIME })));
      return due.length;
    });
  }
}
