import type { NewEntry } from '../../core/change.ts';
import type { SqlTransaction } from '../../feed/append.ts';
import type { Holdings } from './context.ts';

/** A Prisma client, as far as transactions go; `Tx` is what it hands to the work inside. */
export interface Transacting<Tx extends SqlTransaction> {
  $transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

/** Takes entries for the log; they are written last in the transaction, in the order given. */
export type Record = (...entries: readonly NewEntry[]) => void;

/**
 * Makes a change and its log entries together, or neither. The log takes its position last, so that the lock that
 * orders commits is held only for the commit itself; readers are woken afterwards.
 */
export async function transact<Tx extends SqlTransaction, Result>(
  context: Pick<Holdings<Transacting<Tx>>, 'db' | 'log'>,
  work: (tx: Tx, record: Record) => Promise<Result>,
): Promise<Result> {
  const entries: NewEntry[] = [];
  const result = await context.db.$transaction(async (tx) => {
    const made = await work(tx, (...more) => void entries.push(...more));
    if (entries.length > 0) await context.log.append(tx, entries);
    return made;
  });
  if (entries.length > 0) context.log.wake();
  return result;
}
