import type { Holdings } from '../../../kit/context.ts';
import { transact } from '../../../kit/transact.ts';
import { lockReachedClocks, nextAlarmAt } from '../../store/clocks/clock-rows.ts';
import type { Database, Transaction } from '../../store/database.ts';
import { tellReached } from './tell-reached.ts';

/** So many clocks are told of in one transaction, lest the log's lock be held for long. */
const BATCH = 500;

/**
 * Tells of every stage of every clock that is reached by now, also of those that were reached while no hub was running.
 * Any number of processes may do so at once.
 *
 * @returns the instant of the next alarm, as far as is known now
 */
export async function tellDueAlarms(holdings: Holdings<Database>): Promise<Date | null> {
  const { clock, handling, db } = holdings;
  for (;;) {
    const found = await transact<Transaction, number>(holdings, async (tx, record) => {
      const now = clock.now();
      const clocks = await lockReachedClocks(tx, now, BATCH);
      await tellReached(clocks, { tx, record, now, alarmDistances: handling.alarmDistances });
      return clocks.length;
    });
    if (found < BATCH) return nextAlarmAt(db);
  }
}
