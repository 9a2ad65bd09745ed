import { itemStatus, type ItemFacts } from './item-status.ts';

/** So many items of which the same is known: of one category, or of one region's catalogue. */
export interface CountedFacts extends ItemFacts {
  readonly items: number;
  /** Null when the count is of a region. */
  readonly category: Category | null;
  /** Null when the count is of a category. */
  readonly regionCode: string | null;
}

interface Category {
  readonly code: string;
  readonly name: string;
}

/** How many items are disclosed, and how many are not. */
export interface Tally {
  readonly items: number;
  readonly disclosed: number;
  readonly overdue: number;
  readonly missing: number;
  readonly notDue: number;
}

/** How complete disclosure is, in all, by category and by the region whose catalogue it is. */
export interface Coverage extends Tally {
  readonly categories: readonly (Tally & { readonly category: Category })[];
  readonly regions: readonly (Tally & { readonly regionCode: string })[];
}

const NOTHING: Tally = { items: 0, disclosed: 0, overdue: 0, missing: 0, notDue: 0 };
const COUNTED_AS = { DISCLOSED: 'disclosed', OVERDUE: 'overdue', MISSING: 'missing', NOT_DUE: 'notDue' } as const;

/**
 * How complete disclosure is, in the order of the codes of categories and regions.
 *
 * @param counted - every item once by its category, and once by its region
 */
export function coverage(counted: readonly CountedFacts[]): Coverage {
  const byCategory = new Map<string, Coverage['categories'][number]>();
  const byRegion = new Map<string, Coverage['regions'][number]>();
  let total = NOTHING;
  for (const facts of counted) {
    const { category, regionCode } = facts;
    if (category !== null) {
      byCategory.set(category.code, { category, ...add(byCategory.get(category.code) ?? NOTHING, facts) });
      total = add(total, facts);
    }
    if (regionCode !== null) {
      byRegion.set(regionCode, { regionCode, ...add(byRegion.get(regionCode) ?? NOTHING, facts) });
    }
  }
  return { ...total, categories: inOrder(byCategory), regions: inOrder(byRegion) };
}

/** The share of items that are disclosed, between 0 and 1; null when there are none. */
export function coverageRate(tally: Tally): number | null {
  return tally.items === 0 ? null : tally.disclosed / tally.items;
}

function add(tally: Tally, facts: CountedFacts): Tally {
  const counter = COUNTED_AS[itemStatus(facts)];
  return { ...tally, items: tally.items + facts.items, [counter]: tally[counter] + facts.items };
}

/** Codes are digits of one length, so that their order as text is their order. */
function inOrder<Part>(byCode: ReadonlyMap<string, Part>): Part[] {
  return [...byCode].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, part]) => part);
}
