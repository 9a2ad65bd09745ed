import { toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import type { PriceListDifference } from '../rules/price-list-difference.ts';
import type { PriceKind, PriceRow } from '../rules/price-row.ts';
import type { PriceList, Transaction } from './database.ts';

/** Where the rows of a list go. */
export interface ListRows {
  readonly list: PriceList;
  readonly idOf: (row: PriceRow) => string;
}

/** Writes what a list changes: ended periods end on its first day, new ones begin. Set-based, a few statements for any size. */
export async function writeDifference(
  tx: Transaction,
  difference: PriceListDifference,
  { list, idOf }: ListRows,
): Promise<void> {
  const { appeared, changed, ended } = difference;
  const over = [...changed.map(({ before }) => before.id), ...ended.map(({ id }) => id)];
  if (over.length > 0) {
    await tx.$executeRaw`UPDATE pricing.price SET ended_on = ${list.effectiveOn} WHERE id = ANY (${over}::text[])`;
    // A price that would end on the day it began never held.
    await tx.$executeRaw`DELETE FROM pricing.price WHERE id = ANY (${over}::text[]) AND ended_on <= effective_on`;
  }
  const rows = [...appeared, ...changed.map(({ after }) => after)].map((row) => ({ ...row, id: idOf(row) }));
  for (let start = 0; start < rows.length; start += BATCH) await insert(tx, rows.slice(start, start + BATCH), list);
}

const BATCH = 5_000;

async function insert(
  tx: Transaction,
  rows: readonly (PriceRow & { readonly id: string })[],
  list: PriceList,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO pricing.price (id, institution_id, list_id, kind, code, name, specification, unit, tier, amount,
      amount_up_to, amount_text, mode, insurance_class, ceiling, note, effective_on, is_sample)
    SELECT r.id, ${list.institutionId}, ${list.id}, ${list.kind}::pricing.price_kind, r.code, r.name, r.specification,
      r.unit, r.tier, r.amount, r."amountUpTo", r."amountText", r.mode::pricing.pricing_mode, r."insuranceClass",
      r.ceiling, r.note, ${list.effectiveOn}::date, ${list.isSample}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r (id text, code text, name text, specification text,
      unit text, tier text, amount numeric, "amountUpTo" numeric, "amountText" text, mode text, "insuranceClass" text,
      ceiling numeric, note text)`;
}

/** The list of an institution and kind that was published last; null when there is none. Locked until the transaction ends. */
export async function lockLatestList(
  tx: Transaction,
  institutionId: string,
  kind: PriceKind,
): Promise<PriceList | null> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`pricing:${institutionId}:${kind}`}))::text`;
  return tx.priceList.findFirst({
    where: { institutionId, kind },
    orderBy: [{ effectiveOn: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
  });
}

/** What a list is, beside its rows. */
export interface ListHead {
  readonly id: string;
  readonly institutionId: string;
  readonly kind: PriceKind;
  readonly title: string;
  readonly effectiveOn: CivilDate;
  readonly publishedAt: Date;
  readonly rows: number;
  readonly rowsDigest: string;
  readonly supersedesId: string | null;
  readonly isSample: boolean;
}

/** Writes the list itself. */
export function createList(tx: Transaction, head: ListHead): Promise<PriceList> {
  return tx.priceList.create({ data: { ...head, effectiveOn: toUtcMidnight(head.effectiveOn) } });
}
