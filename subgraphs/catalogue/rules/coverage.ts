import type { CivilDate } from '../../../core/civil-date.ts';
import { itemStatus, type ItemFacts } from './item-status.ts';

/** So many items of one category of which the same is known. */
export interface CountedFacts extends ItemFacts {
  readonly category: { readonly code: string; readonly name: string };
  readonly items: number;
}

/** How many items are disclosed, and how many are not. */
export interface Tally {
  readonly items: number;
  readonly disclosed: number;
  readonly overdue: number;
  readonly missing: number;
  readonly notDue: number;
}

export interface Coverage extends Tally {
  readonly categories: readonly (Tally & { readonly category: CountedFacts['category'] })[];
}

const NOTHING: Tally = { items: 0, disclosed: 0, overdue: 0, missing: 0, notDue: 0 };
const COUNTED_AS = { DISCLOSED: 'disclosed', OVERDUE: 'overdue', MISSING: 'missing', NOT_DUE: 'notDue' } as const;

/** How complete disclosure is on a day, in all and by category, in the order of the categories' codes. */
export function coverage(counted: readonly CountedFacts[], on: CivilDate): Coverage {
  const byCategory = new Map<string, Coverage['categories'][number]>();
  for (const facts of counted) {
    const { category } = facts;
    byCategory.set(category.code, { category, ...add(byCategory.get(category.code) ?? NOTHING, facts, on) });
  }
  const total = counted.reduce((tally, facts) => add(tally, facts, on), NOTHING);
  const categories = [...byCategory.values()].sort((a, b) => a.category.code.localeCompare(b.category.code));
  return { ...total, categories };
}

/** The share of items that are disclosed, between 0 and 1; null when there are none. */
export function coverageRate(tally: Tally): number | null {
  return tally.items === 0 ? null : tally.disclosed / tally.items;
}

function add(tally: Tally, facts: CountedFacts, on: CivilDate): Tally {
  const column = COUNTED_AS[itemStatus(facts, on)];
  return { ...pick(tally), items: tally.items + facts.items, [column]: tally[column] + facts.items };
}

function pick({ items, disclosed, overdue, missing, notDue }: Tally): Tally {
  return { items, disclosed, overdue, missing, notDue };
}
