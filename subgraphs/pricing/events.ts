import type { Json, NewEntry } from '../../core/change.ts';
import type { PriceRow } from './rules/price-row.ts';
import type { ChangedPrice } from './store/publishing/changed-prices.ts';
import type { ListHead } from './store/publishing/price-lists.ts';

/** Whose prices they are. */
export interface PricedInstitution {
  readonly id: string;
  readonly regionCode: string;
}

/** A list, with what is known of its rows as a whole. */
export interface PublishedList extends ListHead {
  readonly rows: number;
  readonly rowsDigest: string;
}

/** The log's entry of a price list; its rows are told by number and digest. */
export function priceListPublished(
  list: PublishedList,
  institution: PricedInstitution,
  catalogueItemIds: readonly string[],
): NewEntry {
  return {
    kind: 'PUBLISHED',
    subject: 'PRICE_LIST',
    subjectId: list.id,
    occurredAt: list.publishedAt,
    regionCode: institution.regionCode,
    publisherId: institution.id,
    catalogueItemIds,
    payload: {
      institution: institution.id,
      region: institution.regionCode,
      kind: list.kind,
      title: list.title,
      currency: list.currency,
      effectiveOn: list.effectiveOn,
      publishedAt: list.publishedAt.toISOString(),
      rows: list.rows,
      rowsDigest: list.rowsDigest,
      supersedes: list.supersedesId,
      isSample: list.isSample,
    },
  };
}

/** The log's entries of the prices that a list changes: none for a first appearance. */
export function pricesRevised(
  changed: readonly ChangedPrice[],
  list: PublishedList,
  institution: PricedInstitution,
): NewEntry[] {
  return changed.map(({ id, outcome, before, beganOn, after }) => ({
    kind: 'REVISED',
    subject: 'PRICE',
    subjectId: id,
    occurredAt: list.publishedAt,
    regionCode: institution.regionCode,
    publisherId: institution.id,
    payload: {
      ...(after ?? before),
      ...amounts('Before', before),
      ...amounts('After', after),
      kind: list.kind,
      currency: list.currency,
      effectiveOn: after === null ? beganOn : list.effectiveOn,
      endedOn: after === null ? list.effectiveOn : null,
      hasEnded: outcome === 'ENDS' || outcome === 'NEVER_HELD',
      institutionId: institution.id,
      listId: list.id,
      isSample: list.isSample,
    },
  }));
}

function amounts(when: 'Before' | 'After', row: PriceRow | null): { readonly [key: string]: Json } {
  return {
    [`amount${when}`]: row?.amount ?? null,
    [`amountUpTo${when}`]: row?.amountUpTo ?? null,
    [`amountText${when}`]: row?.amountText ?? null,
  };
}
