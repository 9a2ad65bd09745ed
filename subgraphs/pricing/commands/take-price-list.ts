import { randomUUID } from 'node:crypto';
import type { SqlRunner } from '../../../core/sql.ts';
import type { PricedInstitution, PublishedList } from '../events.ts';
import type { PriceRow } from '../rules/price-row.ts';
import { workOutDifference } from '../store/publishing/list-difference.ts';
import type { ListHead } from '../store/publishing/price-lists.ts';
import { insertLines } from '../store/publishing/staged-lines.ts';
import { createStaged, dropStaged } from '../store/publishing/staged-table.ts';
import { publishStaged, type EntrySink } from './publish-staged.ts';

/** A list that may be published, its lines in memory. */
export interface AcceptedPriceList {
  readonly head: ListHead;
  readonly institution: PricedInstitution;
  readonly rows: readonly PriceRow[];
  /** The catalogue items that it is disclosed under. */
  readonly catalogueItemIds: readonly string[];
  /** Gives the id of a price that begins with this list; null: it is made of the list's. */
  readonly idOf: ((row: PriceRow) => string) | null;
}

/** Puts a list of some hundred lines in force within a transaction; see {@link publishStaged}. */
export async function takePriceList(
  tx: SqlRunner,
  { head, institution, rows, catalogueItemIds, idOf }: AcceptedPriceList,
  sink: EntrySink,
): Promise<PublishedList> {
  const table = await createStaged(tx, randomUUID());
  const nowhere = { sheet: null, row: null, column: null, heading: null };
  await insertLines(
    tx,
    table,
    rows.map((price, index) => ({ ...nowhere, line: index + 1, id: idOf?.(price) ?? null, price })),
  );
  await workOutDifference(tx, table, head);
  const list = await publishStaged(tx, { table, head, institution, catalogueItemIds }, sink);
  await dropStaged(tx, table);
  return list;
}
