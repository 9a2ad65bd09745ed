import type { Holdings } from '../../../kit/context.ts';
import { transact } from '../../../kit/transact.ts';
import { lockReachedClocks, nextAlarmAt } from '../../store/clocks/clock-rows.ts';
import type { Database, Transaction } from '../../store/database.ts';
import { tellReached } from './tell-reached.ts';

/** So many clocks are told of in one transaction, lest the log's lock be held for long. */
const BATCH = 500;
/** How long clocks that are reached but in another's hands are left alone, in milliseconds. */
const IN_HAND_MS = 100;

/**
 * Tells of every stage of every clock that is reached by now, also of those that were reached while no hub was running.
 * Any number of processes may do so at once.
 *
 * @param stopping - ends it after the batch in hand; what is left is told at the next start
 * @returns the instant of the next alarm, as far as is known now
 */
export async function tellDueAlarms(holdings: Holdings<Database>, stopping: AbortSignal): Promise<Date | null> {
  for (;;) {
    const { now, isMore } = await tellBatch(holdings);
    if (isMore && !stopping.aborted) continue;
    const next = await nextAlarmAt(holdings.db);
    // What was reached and is still there, another transaction has in hand, which tells of it unless it fails.
    return next !== null && next.getTime() <= now.getTime() ? new Date(now.getTime() + IN_HAND_MS) : next;
  }
}

function tellBatch(holdings: Holdings<Database>): Promise<{ readonly now: Date; readonly isMore: boolean }> {
  const { clock, handling } = holdings;
  return transact<Transaction, { now: Date; isMore: boolean }>(holdings, async (tx, record) => {
    const now = clock.now();
    const { clocks, isMore } = await lockReachedClocks(tx, now, BATCH);
    await tellReached(clocks, { tx, record, now, alarmDistances: handling.alarmDistances });
    return { now, isMore };
  });
}
