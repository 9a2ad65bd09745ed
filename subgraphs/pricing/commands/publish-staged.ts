import type { NewEntry } from '../../../core/change.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import { priceListPublished, pricesRevised, type PricedInstitution, type PublishedList } from '../events.ts';
import { changedPrices } from '../store/publishing/changed-prices.ts';
import { addNewNames } from '../store/publishing/new-names.ts';
import { createList, type ListHead } from '../store/publishing/price-lists.ts';
import { digestOfStaged, type StagedTable } from '../store/publishing/staged-table.ts';
import { writeDifference } from '../store/publishing/write-difference.ts';

/** A list whose lines are staged and whose difference is worked out. */
export interface StagedList {
  readonly table: StagedTable;
  readonly head: ListHead;
  readonly institution: PricedInstitution;
  /** The catalogue items that it is disclosed under. */
  readonly catalogueItemIds: readonly string[];
}

/** Takes entries for the log, which are written last in the transaction. */
export type EntrySink = (entries: readonly NewEntry[]) => Promise<void> | void;

/**
 * Puts a staged list in force: the list, what it changes of the prices in force, the names that it brings, and the log's
 * entries of the list and of every price that changes. The same for a list of a few lines and of a million.
 */
export async function publishStaged(tx: SqlRunner, staged: StagedList, sink: EntrySink): Promise<PublishedList> {
  const { table, head, institution, catalogueItemIds } = staged;
  const { rows, digest } = await digestOfStaged(tx, table);
  const list: PublishedList = { ...head, rows, rowsDigest: digest };
  await sink([priceListPublished(list, institution, catalogueItemIds)]);
  for await (const changed of changedPrices(tx, table, list.id)) await sink(pricesRevised(changed, list, institution));
  await createList(tx, head, rows, digest);
  await writeDifference(tx, table, head);
  await addNewNames(tx, table);
  return list;
}
