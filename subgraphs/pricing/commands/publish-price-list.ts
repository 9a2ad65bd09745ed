import { randomUUID } from 'node:crypto';
import { civilDateOf, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { listHeadRefusals } from '../rules/list-head.ts';
import { BLANK_ROW, priceKey, type PriceKind, type PriceRow } from '../rules/price-row.ts';
import { priceRowRefusals } from '../rules/row-refusals.ts';
import type { PriceList, PricingContext, Transaction } from '../store/database.ts';
import { lockLatestList } from '../store/publishing/price-lists.ts';
import { permittedInstitution } from './permitted-institution.ts';
import { takePriceList } from './take-price-list.ts';

/** One line, as a caller hands it in. */
export type PriceInput = { readonly [Cell in keyof PriceRow]?: PriceRow[Cell] | null | undefined } & Pick<
  PriceRow,
  'name' | 'unit' | 'mode'
>;

export interface PublishPriceListInput {
  readonly institution: string;
  readonly kind: PriceKind;
  readonly title: string;
  readonly effectiveOn: CivilDate;
  readonly catalogueItems?: readonly string[] | null | undefined;
  readonly prices: readonly PriceInput[];
}

/** The most lines that one call takes; longer lists come as files. */
export const MOST_ROWS = 500;

/**
 * Publishes a price list in place of the institution's last one of that kind.
 *
 * @throws Refused with every reason: not permitted, unknown institution, lines that rules refuse, a first day before
 *   that of the list in force
 * @see rules H1, H7, H13
 */
export async function publishPriceList(input: PublishPriceListInput, context: PricingContext): Promise<PriceList> {
  const { institution: institutionId, kind, title, effectiveOn } = input;
  const { institution, refusals } = await permittedInstitution(institutionId, ['input', 'institution'], context);
  const rows = input.prices.map(rowOf);
  return transact<Transaction, PriceList>(context, async (tx, record) => {
    const latest = await lockLatestList(tx, institutionId, kind);
    // Behind the lock, so that of two lists at once the later one is published later.
    const now = context.clock.now();
    const standing = { today: civilDateOf(now), latest: latest?.effectiveOn ?? null };
    refuseIfAny([
      ...refusals,
      ...listHeadRefusals({ title, effectiveOn }, ['input'], standing),
      ...rowsRefusals(rows, kind),
    ]);
    const head = {
      ...{ id: randomUUID(), institutionId, kind, title: title.trim(), effectiveOn, currency: 'CNY' },
      ...{ publishedAt: now, supersedesId: latest?.id ?? null, isSample: false },
    };
    const priced = { id: institutionId, regionCode: institution?.regionCode ?? '' };
    const catalogueItemIds = [...new Set(input.catalogueItems ?? [])];
    await takePriceList(tx, { head, institution: priced, rows, catalogueItemIds, idOf: null }, (entries) => {
      record(...entries);
    });
    return tx.priceList.findUniqueOrThrow({ where: { id: head.id } });
  });
}

/** A line with every text trimmed; an empty cell is one that says nothing. */
function rowOf(price: PriceInput): PriceRow {
  const cells = Object.entries(price).map(([cell, value]) => [cell, value?.trim() === '' ? null : value?.trim()]);
  const given = Object.fromEntries(cells.filter(([, value]) => value != null)) as Partial<PriceRow>;
  return { ...BLANK_ROW, ...given };
}

function rowsRefusals(rows: readonly PriceRow[], kind: PriceKind): Refusal[] {
  const path = ['input', 'prices'];
  if (rows.length === 0) return [{ code: 'VALUE_MISSING', path, expected: 'PriceInput', rules: ['H1'] }];
  if (rows.length > MOST_ROWS) {
    return [{ code: 'TOO_MANY_VALUES', path, expected: String(MOST_ROWS), got: String(rows.length) }];
  }
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const at = [...path, String(index)];
    refusals.push(...priceRowRefusals(row, kind, at));
    const key = priceKey(row);
    if (seen.has(key)) refusals.push({ code: 'PRICE_REPEATED', path: at, got: row.name, rules: ['H7'] });
    seen.add(key);
  });
  return refusals;
}
