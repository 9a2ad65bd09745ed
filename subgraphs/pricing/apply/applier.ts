import type { SqlRunner } from '../../../core/sql.ts';
import { latestOf, type Applier, type HeldEntry, type HubFiles } from '../../kit/applier.ts';
import { addNamesOfLists } from '../store/publishing/new-names.ts';
import { writeLists } from './list-rows.ts';
import { noteTaken, proveLists } from './prove-lists.ts';
import { takeFile, type TakenFile } from './take-file.ts';
import { toldList, type ToldList } from './told-list.ts';
import { endPrices } from './told-prices.ts';
import { removeWithdrawn } from './withdrawn.ts';

/**
 * How price lists and prices are taken over from another hub. A list comes with its periods, from the file that its hub
 * gives of them as they are now; so lists may come in any order, and one that refers to a list which is not here yet is
 * linked and proved when that comes.
 *
 * Whoever else writes prices is not kept waiting: rows of other institutions are not touched, and the names for the search,
 * which all share, are added last and in their order.
 */
export const applier: Applier = {
  subjects: ['PRICE_LIST', 'PRICE'],
  references: {},
  apply: async (tx, entries, files) => {
    const latest = latestOf(entries);
    const told = latest.filter(({ kind }) => kind !== 'WITHDRAWN');
    const lists = told.filter(({ subject }) => subject === 'PRICE_LIST').map(toldList);
    await removeWithdrawn(
      tx,
      latest.filter(({ kind }) => kind === 'WITHDRAWN'),
    );
    const taken = await takeLists(tx, lists, files);
    await endPrices(tx, told.filter(isOfPrice));
    if (lists.length > 0) await proveLists(tx, files);
    await addNamesOfLists(tx, taken);
  },
};

function isOfPrice({ subject }: HeldEntry): boolean {
  return subject === 'PRICE';
}

/** The ids of the lists whose periods had to be got. */
async function takeLists(tx: SqlRunner, lists: readonly ToldList[], files: HubFiles): Promise<readonly string[]> {
  const taken: (TakenFile & Pick<ToldList, 'supersedes'>)[] = [];
  for (const list of await writeLists(tx, lists)) {
    taken.push({ ...(await takeFile(tx, list, files)), supersedes: list.supersedes });
  }
  if (taken.length > 0) await noteTaken(tx, taken);
  return taken.map(({ id }) => id);
}
