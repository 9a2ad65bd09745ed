import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { listsToTake } from './list-rows.ts';
import { listsBeside } from './lists-beside.ts';
import { pathOf } from './take-file.ts';
import { toldList, type ToldList } from './told-list.ts';

/**
 * The files that price lists are taken from: those of lists that are new or say something else of their prices, of others
 * of the same day, which may have lost rows to them, and of what is left of an institution that took lists or prices back.
 */
export async function filesNeeded(sql: SqlRunner, entries: readonly HeldEntry[]): Promise<readonly string[]> {
  const told = entries.flatMap(fittingList);
  const taken = await listsToTake(sql, told);
  const beside = await listsBeside(sql, { lists: taken, withdrawn: entries.filter(isWithdrawn) });
  return [...new Set([...taken, ...beside].map(pathOf))];
}

/** What does not fit is told of when it is applied. */
function fittingList(entry: HeldEntry): ToldList[] {
  if (entry.subject !== 'PRICE_LIST' || isWithdrawn(entry)) return [];
  try {
    return [toldList(entry)];
  } catch {
    return [];
  }
}

function isWithdrawn({ kind }: HeldEntry): boolean {
  return kind === 'WITHDRAWN';
}
