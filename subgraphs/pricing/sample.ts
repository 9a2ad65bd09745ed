import type { NewEntry } from '../../core/change.ts';
import { priceTiers } from '../../prisma/sample/price-tiers.ts';
import { pricingSampleData } from '../../prisma/sample/sample.ts';
import type { SamplePrice, SamplePriceList } from '../../prisma/sample/shapes.ts';
import { takePriceList } from './commands/take-price-list.ts';
import { BLANK_ROW, priceKey, type PriceRow } from './rules/price-row.ts';
import type { Transaction } from './store/database.ts';
import { replaceTiers } from './store/tiers/price-tiers.ts';

/** Fills an empty database with the sample's price lists, published one after the other as a hospital would, and with tiers. */
export async function loadSample(tx: Transaction, record: (...entries: readonly NewEntry[]) => void): Promise<void> {
  const latest = new Map<string, string>();
  for (const list of pricingSampleData().lists) {
    const series = `${list.institution.id} ${list.kind}`;
    await take(tx, list, latest.get(series) ?? null, record);
    latest.set(series, list.id);
  }
  for (const province of new Set(priceTiers.map((tier) => tier.province))) {
    await replaceTiers(
      tx,
      province,
      priceTiers.filter((tier) => tier.province === province),
    );
  }
}

async function take(
  tx: Transaction,
  sample: SamplePriceList,
  supersedesId: string | null,
  record: (...entries: readonly NewEntry[]) => void,
): Promise<void> {
  const { institution, prices, catalogueItemIds, ...list } = sample;
  const rows = prices.map(rowOf);
  const ids = new Map(prices.map((price) => [priceKey(rowOf(price)), price.id]));
  const idOf = (row: PriceRow): string => ids.get(priceKey(row)) ?? '';
  const head = { ...list, institutionId: institution.id, currency: 'CNY', supersedesId };
  await takePriceList(tx, { head, institution, rows, idOf, catalogueItemIds }, (entries) => {
    record(...entries);
  });
}

function rowOf(price: SamplePrice): PriceRow {
  const { code, name, specification, unit, tier, amount, amountUpTo, amountText, mode, insuranceClass, ceiling, note } =
    price;
  return {
    ...BLANK_ROW,
    code,
    name,
    specification,
    unit,
    tier,
    amount,
    amountUpTo,
    amountText,
    mode,
    insuranceClass,
    ceiling,
    note,
  };
}
