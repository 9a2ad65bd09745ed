import { createHash } from 'node:crypto';
import type { NewEntry } from '../../../core/change.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { priceListPublished, pricesRevised, type PricedInstitution } from '../events.ts';
import { priceListDifference } from '../rules/price-list-difference.ts';
import type { PriceKind, PriceRow } from '../rules/price-row.ts';
import { canonicalRows } from '../rules/rows-digest.ts';
import type { PriceList, Transaction } from '../store/database.ts';
import { openPrices } from '../store/prices-in-force.ts';
import { createList, writeDifference } from '../store/publish-list.ts';

/** A list that may be published. */
export interface AcceptedPriceList {
  readonly id: string;
  readonly institution: PricedInstitution;
  readonly kind: PriceKind;
  readonly title: string;
  readonly effectiveOn: CivilDate;
  readonly publishedAt: Date;
  readonly rows: readonly PriceRow[];
  readonly supersedesId: string | null;
  readonly isSample: boolean;
  /** The catalogue items that it is disclosed under. */
  readonly catalogueItemIds: readonly string[];
  /** Gives the id of a price that begins with this list. */
  readonly idOf: (row: PriceRow) => string;
}

/**
 * Puts a list in force within a transaction: only what differs from the prices in force is written, and the log is
 * told of the list and of every price that changed.
 */
export async function takePriceList(
  tx: Transaction,
  accepted: AcceptedPriceList,
  record: (...entries: readonly NewEntry[]) => void,
): Promise<PriceList> {
  const { institution, rows, idOf, catalogueItemIds, ...head } = accepted;
  const difference = priceListDifference(rows, await openPrices(tx, institution.id, head.kind));
  const rowsDigest = createHash('sha256').update(canonicalRows(rows)).digest('hex');
  const list = await createList(tx, { ...head, institutionId: institution.id, rows: rows.length, rowsDigest });
  await writeDifference(tx, difference, { list, idOf });
  record(priceListPublished(list, institution, catalogueItemIds), ...pricesRevised(difference, list, institution));
  return list;
}
