import { civilDateOf, type CivilDate } from '../../../../core/civil-date.ts';
import { normalText } from '../../../../core/normal-form.ts';
import { covers, regionRange } from '../../../../core/region-code.ts';
import { pageSize, readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { comparison } from '../../rules/comparison/comparison.ts';
import type { PriceKind } from '../../rules/price-row.ts';
import { areaAround, type PriceArea } from '../../rules/search/area.ts';
import { closeness, comparePlaces } from '../../rules/search/closeness.ts';
import { offersInOrder, type OfferOrder } from '../../rules/search/offers.ts';
import { soughtItem } from '../../rules/search/sought-item.ts';
import { pricesOfItem, type ItemPrice } from '../../store/comparison/item-prices.ts';
import type { PricingContext } from '../../store/database.ts';
import { foundItems, type FoundItem } from '../../store/search/found-items.ts';
import type { ItemComparison, RankedItemPrice } from '../comparison/compare-prices.ts';

/** What somebody asks who seeks prices. */
export interface PriceSearch {
  readonly text: string;
  /** Where the patient is. */
  readonly region: string;
  readonly within: PriceArea;
  readonly kind?: PriceKind | null | undefined;
  readonly on?: CivilDate | null | undefined;
}

/** An item that was found, and for whom. */
export interface FoundPrice extends FoundItem {
  readonly search: Pick<PriceSearch, 'region' | 'within'> & { readonly on: CivilDate };
}

/** More of them on a page would be more prices than a request may read. */
export const MOST_ITEMS = 50;
const MOST_OFFERS = 100;

/** Items by what they are called or how their code begins, the closest first; one query whatever the page. */
export async function searchPrices(
  search: PriceSearch,
  page: PageArgs,
  context: PricingContext,
): Promise<Page<FoundPrice>> {
  pageSize(page.first, MOST_ITEMS);
  const on = search.on ?? civilDateOf(context.clock.now());
  const scene = { region: areaAround(search.region, search.within), on };
  const found = await foundItems(context, soughtItem(search.text), scene, search.kind ?? null);
  const placeOf = (item: FoundItem): string[] => closeness(search.text, item, normalText);
  const { region, within } = search;
  const placed = found
    .map((item) => ({ place: placeOf(item), item: { ...item, search: { region, within, on } } }))
    .sort((one, other) => comparePlaces(one.place, other.place));
  return readPage<FoundPrice>(page, {
    find: (take, position) => {
      const behind = placed.filter(({ place }) => position === null || comparePlaces(place, position) > 0);
      return Promise.resolve(behind.slice(0, take).map(({ item }) => item));
    },
    positionOf: placeOf,
    count: () => Promise.resolve(placed.length),
  });
}

/** What the institutions of the patient's region charge for it; null when none there has a price. */
export async function comparisonOfFound(found: FoundPrice, context: PricingContext): Promise<ItemComparison | null> {
  const range = regionRange(found.search.region);
  const prices = (await pricesOfFound(found, context)).filter(({ regionCode }) => covers(range, regionCode));
  const compared = comparison(prices, found.search.on);
  return compared && { ...compared, code: found.code };
}

/**
 * What the institutions of the area charge for it, in the order asked for.
 *
 * @throws Fault LIMIT_EXCEEDED when not 1 to 100 are asked for
 */
export async function offersOfFound(
  found: FoundPrice,
  { order, first }: { readonly order: OfferOrder; readonly first: number },
  context: PricingContext,
): Promise<RankedItemPrice[]> {
  const most = pageSize(first, MOST_OFFERS);
  const compared = comparison(await pricesOfFound(found, context), found.search.on);
  return offersInOrder(compared?.prices ?? [], order, found.search.region).slice(0, most);
}

/** All items of a page come by one query, whether compared, offered or both. */
async function pricesOfFound({ code, name, kind, search }: FoundPrice, context: PricingContext): Promise<ItemPrice[]> {
  const scene = { region: areaAround(search.region, search.within), on: search.on };
  const prices = await pricesOfItem(context, scene, code === '' ? { name } : { code });
  return prices.filter((price) => price.kind === kind);
}
