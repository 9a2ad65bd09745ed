import { randomUUID } from 'node:crypto';
import { addDays, civilDateOf, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import type { Viewer } from '../../../core/viewer.ts';
import type { Yuan } from '../../../core/yuan.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { BLANK_ROW, priceKey, type PriceKind, type PriceRow, type PricingMode } from '../rules/price-row.ts';
import { priceRowRefusals } from '../rules/row-refusals.ts';
import type { PriceList, PricingContext, Transaction } from '../store/database.ts';
import { lockLatestList } from '../store/publishing/price-lists.ts';
import { takePriceList } from './take-price-list.ts';

/** One line, as a caller hands it in. */
export interface PriceInput {
  readonly code?: string | null | undefined;
  readonly name: string;
  readonly specification?: string | null | undefined;
  readonly unit: string;
  readonly tier?: string | null | undefined;
  readonly amount?: Yuan | null | undefined;
  readonly amountUpTo?: Yuan | null | undefined;
  readonly amountText?: string | null | undefined;
  readonly mode: PricingMode;
  readonly insuranceClass?: string | null | undefined;
  readonly ceiling?: Yuan | null | undefined;
  readonly note?: string | null | undefined;
}

export interface PublishPriceListInput {
  readonly institution: string;
  readonly kind: PriceKind;
  readonly title: string;
  readonly effectiveOn: CivilDate;
  readonly prices: readonly PriceInput[];
}

/** The most lines that one call takes; longer lists come as files. */
export const MOST_ROWS = 500;
const LONGEST_TITLE = 200;
/** How far ahead a list may take effect, in days: a slip of the pen must not lock out every later list. */
const FARTHEST_DAYS = 366;

/**
 * Publishes a price list in place of the institution's last one of that kind.
 *
 * @throws Refused with every reason: not permitted, unknown institution, lines that rules refuse, a first day before
 *   that of the list in force
 * @see rules H1, H7, H13
 */
export async function publishPriceList(input: PublishPriceListInput, context: PricingContext): Promise<PriceList> {
  const { scope, clock, db } = context;
  const institution = await db.followedInstitution.findUnique({ where: { id: input.institution } });
  const rows = input.prices.map(rowOf);
  return transact<Transaction, PriceList>(context, async (tx, record) => {
    const latest = await lockLatestList(tx, input.institution, input.kind);
    refuseIfAny([
      ...permissionRefusals(
        scope.viewer,
        ['PUBLISHER'],
        isOwn(scope.viewer, input) ? null : (institution?.regionCode ?? null),
      ),
      ...(institution === null ? [unknown(input.institution)] : []),
      ...listRefusals(input, rows),
      ...farRefusals(input.effectiveOn, civilDateOf(clock.now())),
      ...(latest === null ? [] : outdatedRefusals(input.effectiveOn, latest.effectiveOn)),
    ]);
    const { kind, title, effectiveOn, institution: institutionId } = input;
    const head = {
      ...{ id: randomUUID(), institutionId, kind, title: title.trim(), effectiveOn, currency: 'CNY' },
      ...{ publishedAt: clock.now(), supersedesId: latest?.id ?? null, isSample: false },
    };
    const priced = { id: institutionId, regionCode: institution?.regionCode ?? '' };
    const accepted = { head, institution: priced, rows, catalogueItemIds: [], idOf: null };
    await takePriceList(tx, accepted, (entries) => {
      record(...entries);
    });
    return tx.priceList.findUniqueOrThrow({ where: { id: head.id } });
  });
}

/** An institution's own staff publish its prices, wherever it lies. */
function isOwn(viewer: Viewer | null, { institution }: PublishPriceListInput): boolean {
  return viewer?.institution === institution;
}

function rowOf(price: PriceInput): PriceRow {
  return {
    ...BLANK_ROW,
    code: price.code?.trim() ?? '',
    name: price.name.trim(),
    specification: textOrNull(price.specification),
    unit: price.unit.trim(),
    tier: textOrNull(price.tier),
    amount: price.amount ?? null,
    amountUpTo: price.amountUpTo ?? null,
    amountText: textOrNull(price.amountText),
    mode: price.mode,
    insuranceClass: textOrNull(price.insuranceClass),
    ceiling: price.ceiling ?? null,
    note: textOrNull(price.note),
  };
}

/** An empty cell is one that says nothing. */
function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function unknown(id: string): Refusal {
  return { code: 'NOT_FOUND', path: ['input', 'institution'], expected: 'Institution', got: id.slice(0, 100) };
}

function listRefusals({ title, prices }: PublishPriceListInput, rows: readonly PriceRow[]): Refusal[] {
  const refusals: Refusal[] = [];
  const size = (code: 'TOO_MANY_VALUES' | 'VALUE_TOO_LONG', field: string, most: number, got: number) => {
    if (got > most) refusals.push({ code, path: ['input', field], expected: String(most), got: String(got) });
  };
  if (title.trim() === '') refusals.push({ code: 'VALUE_MISSING', path: ['input', 'title'], expected: 'title' });
  if (prices.length === 0)
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'prices'], expected: 'PriceInput', rules: ['H1'] });
  size('VALUE_TOO_LONG', 'title', LONGEST_TITLE, title.length);
  size('TOO_MANY_VALUES', 'prices', MOST_ROWS, prices.length);
  if (prices.length > MOST_ROWS) return refusals;
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const path = ['input', 'prices', String(index)];
    refusals.push(...priceRowRefusals(row, path));
    const key = priceKey(row);
    if (seen.has(key)) refusals.push({ code: 'PRICE_REPEATED', path, got: row.name, rules: ['H7'] });
    seen.add(key);
  });
  return refusals;
}

function farRefusals(effectiveOn: CivilDate, today: CivilDate): Refusal[] {
  const last = addDays(today, FARTHEST_DAYS);
  if (effectiveOn <= last) return [];
  return [{ code: 'DAY_TOO_FAR', path: ['input', 'effectiveOn'], expected: last, got: effectiveOn, rules: ['H7'] }];
}

function outdatedRefusals(effectiveOn: CivilDate, latest: CivilDate): Refusal[] {
  if (effectiveOn >= latest) return [];
  return [
    { code: 'PRICE_LIST_OUTDATED', path: ['input', 'effectiveOn'], expected: latest, got: effectiveOn, rules: ['H7'] },
  ];
}
