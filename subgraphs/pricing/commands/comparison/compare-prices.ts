import { Fault } from '../../../../core/fault.ts';
import { comparison, type Comparison, type RankedPrice } from '../../rules/comparison/comparison.ts';
import { pricesOfItem, type ItemPrice, type PricedItem, type PriceScene } from '../../store/comparison/item-prices.ts';
import type { PricingContext } from '../../store/database.ts';

/** A price with its place among the others. */
export type RankedItemPrice = RankedPrice<ItemPrice>;

/** What institutions charge for one item. */
export interface ItemComparison extends Comparison<ItemPrice> {
  /** The code that was asked for; empty when it was a name. */
  readonly code: string;
}

/** What is asked for: a code or a name, one of them. */
export interface AskedItem {
  readonly code?: string | null | undefined;
  readonly name?: string | null | undefined;
}

/**
 * Compares what the institutions of a region charge for an item on a day; null when nobody there has a price for it.
 *
 * @throws Fault BAD_USER_INPUT for both or neither of code and name, LIMIT_EXCEEDED
 */
export async function comparePrices(
  asked: AskedItem,
  scene: PriceScene,
  context: PricingContext,
): Promise<ItemComparison | null> {
  const item = itemOf(asked);
  if (Object.values(item).includes('')) return null;
  const compared = comparison(await pricesOfItem(context, scene, item), scene.on);
  return compared && { ...compared, code: 'code' in item ? item.code : '' };
}

function itemOf({ code, name }: AskedItem): PricedItem {
  if (code != null && name == null) return { code };
  if (name != null && code == null) return { name };
  const got = code == null ? 'neither' : 'both';
  throw new Fault('BAD_USER_INPUT', `Expected one of \`code\` and \`name\`, got ${got}.`);
}
