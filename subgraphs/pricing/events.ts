import type { NewEntry } from '../../core/change.ts';
import { fromUtcMidnight, type CivilDate } from '../../core/civil-date.ts';
import type { PriceListDifference, PriceInForce } from './rules/price-list-difference.ts';
import type { PriceRow } from './rules/price-row.ts';
import type { PriceList } from './store/database.ts';

/** Whose prices they are. */
export interface PricedInstitution {
  readonly id: string;
  readonly regionCode: string;
}

/** The log's entry of a price list; its rows are told by number and digest. */
export function priceListPublished(
  list: PriceList,
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
      effectiveOn: fromUtcMidnight(list.effectiveOn),
      publishedAt: list.publishedAt.toISOString(),
      rows: list.rows,
      rowsDigest: list.rowsDigest,
      supersedes: list.supersedesId,
      isSample: list.isSample,
    },
  };
}

/** The log's entries of the prices that a list changed: none for a first appearance. */
export function pricesRevised(
  difference: PriceListDifference,
  list: PriceList,
  institution: PricedInstitution,
): NewEntry[] {
  const effectiveOn = fromUtcMidnight(list.effectiveOn);
  const about = { list, institution, effectiveOn };
  return [
    ...difference.changed.map(({ before, after }) => priceRevised(before, after, about)),
    ...difference.ended.map((before) => priceRevised(before, null, about)),
  ];
}

interface About {
  readonly list: PriceList;
  readonly institution: PricedInstitution;
  readonly effectiveOn: CivilDate;
}

function priceRevised(
  before: PriceInForce,
  after: PriceRow | null,
  { list, institution, effectiveOn }: About,
): NewEntry {
  return {
    kind: 'REVISED',
    subject: 'PRICE',
    subjectId: before.id,
    occurredAt: list.publishedAt,
    regionCode: institution.regionCode,
    publisherId: institution.id,
    payload: {
      code: before.code,
      name: before.name,
      specification: before.specification,
      unit: before.unit,
      tier: before.tier,
      kind: list.kind,
      amountBefore: before.amount,
      amountUpToBefore: before.amountUpTo,
      amountTextBefore: before.amountText,
      amountAfter: after?.amount ?? null,
      amountUpToAfter: after?.amountUpTo ?? null,
      amountTextAfter: after?.amountText ?? null,
      hasEnded: after === null,
      effectiveOn,
      institutionId: institution.id,
      listId: list.id,
      isSample: list.isSample,
    },
  };
}
