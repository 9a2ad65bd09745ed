import type { SqlRunner } from '../../../core/sql.ts';
import { latestOf, type Applier, type HeldEntry, type HubFiles } from '../../kit/applier.ts';
import { addNamesOfLists } from '../store/publishing/new-names.ts';
import { filesNeeded } from './files-needed.ts';
import { writeLists } from './list-rows.ts';
import { listsBeside, type ListHere } from './lists-beside.ts';
import { noteTaken, proveLists } from './prove-lists.ts';
import { takeFile, type TakenFile } from './take-file.ts';
import { toldList } from './told-list.ts';
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
  filesFor: filesNeeded,
  apply: async (tx, entries, files) => {
    const latest = latestOf(entries);
    const told = latest.filter(({ kind }) => kind !== 'WITHDRAWN');
    const lists = told.filter(({ subject }) => subject === 'PRICE_LIST').map(toldList);
    const withdrawn = latest.filter(({ kind }) => kind === 'WITHDRAWN');
    await removeWithdrawn(tx, withdrawn);
    const taken = await takeLists(tx, await writeLists(tx, lists), files);
    await endPrices(tx, told.filter(isOfPrice));
    // What took the place of what was taken back is as its hub says now.
    const again = await takeLists(tx, await listsBeside(tx, { lists: [], withdrawn }), files);
    if (lists.length + again.length > 0) await proveLists(tx, files);
    await addNamesOfLists(tx, taken);
  },
};

function isOfPrice({ subject }: HeldEntry): boolean {
  return subject === 'PRICE';
}

/** Takes the periods of lists; the ids of these. */
async function takeLists(tx: SqlRunner, lists: readonly ListHere[], files: HubFiles): Promise<readonly string[]> {
  const taken: (TakenFile & Pick<ListHere, 'supersedes'>)[] = [];
  for (const list of lists) {
    taken.push({ ...(await takeFile(tx, list, files)), supersedes: list.supersedes });
  }
  if (taken.length > 0) await noteTaken(tx, taken);
  return taken.map(({ id }) => id);
}
