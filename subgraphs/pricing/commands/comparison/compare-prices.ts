import { askedItem, type AskedItem } from '../../rules/asked-item.ts';
import { comparison, type Comparison, type RankedPrice } from '../../rules/comparison/comparison.ts';
import { pricesOfItem, type ItemPrice, type PriceScene } from '../../store/comparison/item-prices.ts';
import type { PricingContext } from '../../store/database.ts';

/** A price with its place among the others. */
export type RankedItemPrice = RankedPrice<ItemPrice>;

/** What institutions charge for one item. */
export interface ItemComparison extends Comparison<ItemPrice> {
  /** The code that was asked for; empty when it was a name. */
  readonly code: string;
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
  const item = askedItem(asked);
  if (item === null) return null;
  const compared = comparison(await pricesOfItem(context, scene, item), scene.on);
  return compared && { ...compared, code: 'code' in item ? item.code : '' };
}
